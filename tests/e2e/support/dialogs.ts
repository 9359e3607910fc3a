import type { ElectronApplication } from '@playwright/test'

/** What a native dialog was asked to show. */
export type Shown = { kind: 'open' | 'save' | 'message'; title: string; text: string; defaultPath: string }

/** Stands in for the user before the system's dialogs, which no test can reach. Until told otherwise, they are closed. */
export type Dialogs = {
  choose: (...paths: string[]) => Promise<void>
  saveAs: (path: string) => Promise<void>
  /** Presses the button of this label in the next message boxes. */
  press: (label: string) => Promise<void>
  /** Closes the next dialogs without a choice. */
  dismiss: () => Promise<void>
  shown: () => Promise<Shown[]>
}

type State = { paths: string[]; button: string | null; shown: Shown[] }

/** Replaces the dialogs in the main process. */
export async function answerDialogs(app: ElectronApplication): Promise<Dialogs> {
  await app.evaluate(({ dialog }) => {
    const state: State = { paths: [], button: null, shown: [] }
    Object.assign(globalThis, { testDialogs: state })
    type Options = { title?: string; message?: string; detail?: string; defaultPath?: string; buttons?: string[] }
    const optionsOf = (args: unknown[]): Options => (args.at(-1) ?? {}) as Options
    const note = (kind: Shown['kind'], { title, message, detail, defaultPath }: Options): void => {
      const text = [message, detail].filter((part) => part !== undefined).join('\n')
      state.shown.push({ kind, title: title ?? '', text, defaultPath: defaultPath ?? '' })
    }
    Object.assign(dialog, {
      showOpenDialog: async (...args: unknown[]) => {
        note('open', optionsOf(args))
        return { canceled: state.paths.length === 0, filePaths: state.paths }
      },
      showSaveDialog: async (...args: unknown[]) => {
        note('save', optionsOf(args))
        return { canceled: state.paths.length === 0, filePath: state.paths[0] ?? '' }
      },
      showMessageBox: async (...args: unknown[]) => {
        const options = optionsOf(args)
        note('message', options)
        return { response: Math.max(0, options.buttons?.indexOf(state.button ?? '') ?? 0), checkboxChecked: false }
      },
    })
  })
  const set = (change: Partial<State>): Promise<void> =>
    app.evaluate((_, next) => {
      Object.assign((globalThis as unknown as { testDialogs: State }).testDialogs, next)
    }, change)
  return {
    choose: (...paths) => set({ paths }),
    saveAs: (path) => set({ paths: [path] }),
    press: (button) => set({ button }),
    dismiss: () => set({ paths: [], button: null }),
    shown: () => app.evaluate(() => (globalThis as unknown as { testDialogs: State }).testDialogs.shown),
  }
}
