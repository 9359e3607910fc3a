/**
 * A process of its own that teaches a rule to a library, for tests of crashes in the midst of it. Prints how far it is,
 * and a last line when it was done.
 *
 *   LIBRARY OUTLET TEXT
 */
import { writeSync } from 'node:fs'
import { openLibrary } from '../../../src-main/library/open'
import { ruleHandlers } from '../../../src-main/services/rule'

const [path = '', outlet = '', text = ''] = process.argv.slice(2)
const clock = () => '2024-06-01T12:00:00.000Z'
const print = (value: unknown) => writeSync(1, `${JSON.stringify(value)}\n`)

const library = openLibrary(path, { clock })
const ask = ruleHandlers({
  library,
  clock,
  notify: (notification) => {
    if (notification.kind === 'rule.applying') print({ done: notification.done })
  },
})
const { articles } = await ask['rule.create']({ outlet, compare: 'is', text })
print({ taught: articles })
library.close()
