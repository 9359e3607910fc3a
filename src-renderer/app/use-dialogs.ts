import { create } from 'zustand'

/** Which of the shell's dialogs is open. */
export const useDialogs = create<{ open: 'palette' | 'keys' | 'settings' | null }>(() => ({ open: null }))

export const closeDialog = (): void => useDialogs.setState({ open: null })
