import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/fonts'
import './styles/tokens.css'
import './styles/base.css'
import './ui/controls.css'
import './ui/chips.css'
import './ui/card.css'
import './ui/menu.css'
import './styles/forced-colors.css'
// After the styles above, so that a component's own rules win over them.
import { App } from './app/App'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
