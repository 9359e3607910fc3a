import { ExpectedError } from '../../domain/error'
import type { FileToExtract, RefusedPart } from '../../domain/extraction'
import type { FormatReader, ParsedFile } from './parsed'
import { createUnzip, damaged, packedEnd, type ZipEntry, zipEntries } from './zip-entries'
import { isLarge, splitZip } from './zip-split'

/** Reads an archive: its files, to be extracted in turn. Pictures, styles and the like are told in one line. */
export const readZipFile: FormatReader = ({ bytes, fileName }) => {
  const entries = zipEntries(bytes).filter((entry) => !isSystemFile(entry.path))
  const isPart = companions(entries)
  const media = new Set(entries.filter((entry) => isMedia(entry.path) || isPart(entry.path)))
  const candidates = entries.filter((entry) => !media.has(entry))
  if (entries.length > 0 && entries.every((entry) => entry.encrypted)) throw new ExpectedError('import/encrypted')
  if (candidates.length === 0) throw new ExpectedError('import/archive-empty')
  return readEntries({ bytes, fileName }, candidates, media.size)
}

/** For these an archive is refused as a whole, and for others the file. */
const endsArchive: readonly string[] = ['import/archive-too-large', 'import/archive-too-dense']

function readEntries({ bytes, fileName }: FileToExtract, entries: readonly ZipEntry[], media: number): ParsedFile {
  const candidates = entries.filter((entry) => entry.unpacked <= mostMegabytes * 1024 * 1024)
  const beyond = entries.filter((entry) => !candidates.includes(entry)).map(tooLargePart)
  if (isLarge(candidates)) {
    const intact = candidates.filter((entry) => isWhole(bytes, entry))
    const broken = candidates.filter((entry) => !isWhole(bytes, entry))
    const parts = splitZip(bytes, intact).map((part) => ({ bytes: part, fileName }))
    return { files: parts, refused: [...beyond, ...broken.map(damagedPart), ...mediaLine(media)] }
  }
  const files: FileToExtract[] = []
  const refused: RefusedPart[] = []
  const unzip = createUnzip(bytes)
  for (const entry of candidates) {
    try {
      files.push({ bytes: unzip(entry), fileName: `${fileName}/${entry.path}` })
    } catch (error) {
      if (!(error instanceof ExpectedError) || endsArchive.includes(error.code)) throw error
      refused.push({ part: entry.path, code: error.code, params: error.params })
    }
  }
  return { files, refused: [...beyond, ...refused, ...mediaLine(media)] }
}

/** Larger files are refused unread: no format allows more. */
const mostMegabytes = 200

const tooLargePart = ({ path }: ZipEntry): RefusedPart => ({
  part: path,
  code: 'import/too-large',
  params: { limit: mostMegabytes },
})

function isWhole(bytes: Uint8Array, entry: ZipEntry): boolean {
  try {
    return packedEnd(bytes, entry) <= bytes.length
  } catch {
    return false
  }
}

function damagedPart({ path }: ZipEntry): RefusedPart {
  const { code, params } = damaged()
  return { part: path, code, params }
}

/** One line for all that can hold no article. */
export const mediaLine = (count: number): RefusedPart[] =>
  count === 0
    ? []
    : [
        {
          part: count === 1 ? '1 picture or style' : `${count} pictures, styles and the like`,
          code: 'import/passed-over',
          params: {},
        },
      ]

/** What systems leave in archives of their own accord. */
const isSystemFile = (path: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(path)

const mediaExtension =
  /\.(?:png|jpe?g|gif|webp|avif|svgz?|bmp|tiff?|ico|cur|heic|css|less|scss|m?js|map|wasm|woff2?|ttf|otf|eot|mp3|m4a|aac|ogg|oga|opus|wav|flac|mp4|m4v|webm|ogv|mov|avi|mkv|swf)$/i

const isMedia = (path: string): boolean => mediaExtension.test(path)

/** Browsers keep what belongs to "page.html" in a folder "page_files", frames of advertisements among it. */
function companions(entries: readonly ZipEntry[]): (path: string) => boolean {
  const pages = new Set(entries.map((entry) => /^(.*)\.x?html?$/i.exec(entry.path)?.[1]).filter((name) => name))
  return (path) => {
    const folder = /^(.*?)(?:_files|\.files|-Dateien|_archivos|_fichiers|_bestanden|_file)\//.exec(path)?.[1]
    return folder !== undefined && pages.has(folder)
  }
}
