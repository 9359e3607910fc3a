import { app } from './en/app'
import { briefing } from './en/briefing'
import { cite } from './en/cite'
import { command } from './en/command'
import { date } from './en/date'
import { drawing } from './en/drawing'
import { error } from './en/error'
import { exchange } from './en/exchange'
import { find } from './en/find'
import { importing } from './en/importing'
import { layouts } from './en/layouts'
import { library } from './en/library'
import { operation } from './en/operation'
import { origin } from './en/origin'
import { original } from './en/original'
import { passages } from './en/passages'
import { reader } from './en/reader'
import { reading } from './en/reading'
import { related } from './en/related'
import { relation } from './en/relation'
import { rules } from './en/rules'
import { tags } from './en/tags'
import { timeline } from './en/timeline'

/** English. One file per feature; `command`, `error`, `operation` and `date` are shared. */
export const en = {
  app,
  briefing,
  cite,
  command,
  date,
  drawing,
  error,
  exchange,
  find,
  importing,
  layouts,
  library,
  operation,
  origin,
  original,
  passages,
  reader,
  related,
  reading,
  relation,
  rules,
  tags,
  timeline,
}
