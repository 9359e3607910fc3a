import type { Handlers } from '../contract/methods'
import { putReadingPosition, putSetting, settingValue } from '../library/queries/setting'
import { requireArticle } from './article-view'
import type { ServiceContext } from './context'

/** State of the screen. In a library that can only be read it is not kept, and nothing is said of it. */
export const settingHandlers = ({ library }: ServiceContext) =>
  ({
    'setting.get': ({ key }) => settingValue(library.reader, key),
    'setting.set': ({ key, value }) => {
      if (!library.readOnly) library.unjournalled((writer) => putSetting(writer, key, value))
      return null
    },
    'position.set': ({ articleId, start }) => {
      requireArticle(library.reader, articleId)
      if (!library.readOnly) library.unjournalled((writer) => putReadingPosition(writer, articleId, start))
      return null
    },
  }) satisfies Handlers<'setting.get' | 'setting.set' | 'position.set'>
