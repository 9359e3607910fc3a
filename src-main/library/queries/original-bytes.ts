import type { Reader } from '../handle'

/** A file as it was imported, or null where there is none of that id. */
export const originalBytes = (reader: Reader, id: number): Uint8Array | null =>
  reader.get<{ bytes: Uint8Array }>('SELECT bytes FROM original WHERE id = @id', { id })?.bytes ?? null
