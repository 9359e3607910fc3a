import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './sheet.css'

type Props = {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
  footer?: ReactNode
  /** One sentence under the title. */
  line?: string
  /** Beside the title. */
  aside?: ReactNode
  className?: string
  width?: number
}

/** A modal dialog over the window: keeps the focus, closes by Escape, gives the focus back. */
export function Sheet({ title, line, closeLabel, onClose, children, footer, aside, className = '', width }: Props) {
  return (
    <ModalOverlay className="scrim" isOpen isDismissable={false} onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet-modal">
        <Dialog className={`sheet ${className}`} style={width ? { width } : {}}>
          <header>
            <div className="grow">
              <Heading level={1} slot="title">
                {title}
              </Heading>
              {line && <p className="sub">{line}</p>}
            </div>
            {aside}
            <button type="button" className="btn icon quiet" aria-label={closeLabel} onClick={onClose}>
              <X />
            </button>
          </header>
          {children}
          {footer && <footer>{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
