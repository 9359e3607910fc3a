import type { Result } from '../domain/result'
import type { Input, LibraryMethodName, Output, ShellMethodName } from './methods'
import type { Notification } from './notifications'
import type { ShellState } from './types'

/** The one object that the preload puts into the window, as `window.collate`. `F` is the window's `File`. */
export type Bridge<F> = {
  /** Asks the library process. */
  call: <M extends LibraryMethodName>(method: M, input: Input<M>) => Promise<Result<Output<M>>>
  /** Asks the main process. */
  shell: <M extends ShellMethodName>(method: M, input: Input<M>) => Promise<Result<Output<M>>>
  /** Begins an import review of files dropped on the window; their paths stay in the preload. */
  stageFiles: (files: F[]) => Promise<Result<{ stageId: number }>>
  /** @returns a function that ends the subscription */
  listen: (listener: (notification: Notification) => void) => () => void
}

/**
 * A call on a message port, and its answer. `trusted` marks what the preload itself asks with paths of dropped files;
 * it can't be set through the bridge.
 */
export type PortRequest = { id: number; method: string; input: unknown; trusted?: boolean }
export type PortResponse = { id: number; result: Result<unknown> }
export type PortMessage = PortResponse | Fence | { notification: Notification }

/** Sent to a window and back, it comes after all that the window asked before it was sent back. */
export type Fence = { fence: number }

/** Told to the page as its library is about to close: what waits to be kept is to be asked for before this event ends. */
export type LeavingEvent = 'collate:leaving'

/** Main tells it to the preload with each port, or without one. */
export type LibraryStatus = ShellState['library']['status']
