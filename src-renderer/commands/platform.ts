/** Whether the window runs on macOS, where Command takes the place of Ctrl. */
export const isMac = (): boolean => navigator.userAgent.includes('Mac OS X')
