import { expect, test } from 'vitest'
import type { ExtractedArticle, Extraction, FileToExtract } from '../../src-main/domain/extraction'
import { ok } from '../../src-main/domain/result'
import { createExtractionClient } from '../../src-main/processes/extraction-client'
import type { ExtractionRequest } from '../../src-main/processes/extraction-protocol'
import type { Port } from '../../src-main/processes/ports'
import { connectedPorts, inbox } from './ports'

const file = (fileName: string): FileToExtract => ({ bytes: new TextEncoder().encode(fileName), fileName })

const named = (text: string) => [{ kind: 'paragraph' as const, text, hidden: false, reason: null, line: 1 }]

/** Answers with the file's name as its only text, so that a mix-up of answers would show. */
const answerTo = ({ file: { fileName } }: ExtractionRequest) =>
  ok<Extraction>({
    articles: [
      {
        mediaType: 'text/plain',
        part: null,
        metadata: {} as ExtractedArticle['metadata'],
        blocks: named(fileName),
        partial: null,
      },
    ],
    files: [],
    references: [],
    refused: [],
  })

/** An extraction process that answers every file but those named, which it keeps for ever. */
function extractionProcess(stuckOn: readonly string[] = []): Port {
  const { here, there } = connectedPorts()
  there.on('message', ({ data }) => {
    const request = data as ExtractionRequest
    if (stuckOn.includes(request.file.fileName)) return
    there.postMessage({ id: request.id, result: answerTo(request) })
  })
  there.start()
  return here
}

/** A client with main beside it, which notes what it hears and gives a process whenever one is wanted. */
function clientWith(processes: (() => Port | null)[]) {
  const heard: (number | null)[] = []
  let wanted = 0
  const client = createExtractionClient({
    wanted: () => {
      wanted += 1
      const port = processes.shift()?.()
      if (port) client.connect(port)
    },
    busyWith: (number) => heard.push(number),
  })
  return { client, heard, wanted: () => wanted }
}

test('files are handed over one after the other, and answers find their file', async () => {
  const { client, heard, wanted } = clientWith([() => extractionProcess()])
  expect(wanted()).toBe(0)
  const answers = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map((name) => client.extract(file(name))))
  expect(answers.map((answer) => answer.ok && answer.value.articles[0]?.blocks[0]?.text)).toEqual([
    'a.txt',
    'b.txt',
    'c.txt',
  ])
  expect(heard).toEqual([1, null, 2, null, 3, null])
  expect(wanted()).toBe(1)
})

test('the file in hand fails with the limit that it passed, and the others go on in the next process', async () => {
  const { client, heard, wanted } = clientWith([() => extractionProcess(['slow.html']), () => extractionProcess()])
  const answers = Promise.all(['a.txt', 'slow.html', 'c.txt'].map((name) => client.extract(file(name))))
  await expect.poll(() => heard).toContain(2)
  client.stopped(2, 'import/time-limit', { seconds: 10 })
  expect(await answers).toMatchObject([
    { ok: true, value: { articles: [{ blocks: named('a.txt') }] } },
    { ok: false, error: { code: 'import/time-limit', params: { seconds: 10 } } },
    { ok: true, value: { articles: [{ blocks: named('c.txt') }] } },
  ])
  expect(wanted()).toBe(2)
})

test('a file handed over just as the process was killed over another is not blamed for it', async () => {
  const { client, heard } = clientWith([() => extractionProcess(['b.txt']), () => extractionProcess()])
  const answers = Promise.all(['a.txt', 'b.txt'].map((name) => client.extract(file(name))))
  await expect.poll(() => heard).toContain(2)
  client.stopped(1, 'import/memory-limit', { megabytes: 512 })
  expect(await answers).toMatchObject([
    { ok: true, value: { articles: [{ blocks: named('a.txt') }] } },
    { ok: true, value: { articles: [{ blocks: named('b.txt') }] } },
  ])
})

test('a file that ends the process every time is refused as unreadable', async () => {
  const { client, heard } = clientWith([() => extractionProcess(['x.html']), () => extractionProcess()])
  const [bad, good] = [client.extract(file('x.html')), client.extract(file('y.html'))]
  await expect.poll(() => heard).toContain(1)
  client.stopped(1, 'import/unreadable', {})
  expect(await bad).toEqual({ ok: false, error: { code: 'import/unreadable', params: { format: 'HTML' } } })
  expect(await good).toMatchObject({ ok: true })
})

test('where no process comes up, every file is refused and none waits for ever', async () => {
  const { client } = clientWith([])
  const answers = Promise.all(['a.txt', 'b.txt'].map((name) => client.extract(file(name))))
  for (let start = 0; start < 4; start += 1) client.stopped(null, 'import/unreadable', {})
  expect((await answers).map((answer) => !answer.ok && answer.error.code)).toEqual([
    'import/unreadable',
    'import/unreadable',
  ])
})

test('bytes arrive at the process as they were', async () => {
  const { here, there } = connectedPorts()
  const next = inbox(there)
  const { client } = clientWith([() => here])
  void client.extract({ bytes: new Uint8Array([0, 255, 128]), fileName: 'ä.txt' })
  expect(await next()).toEqual({ id: 1, file: { bytes: new Uint8Array([0, 255, 128]), fileName: 'ä.txt' } })
})
