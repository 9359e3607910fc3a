import { z } from 'zod'
import { hideReasons } from '../domain/article'
import { ruleCompares } from '../domain/cleaning-rule'
import { id, ids, method, none, offset, shortText, text } from './method'
import type * as R from './text-types'
import type * as T from './types'

const pattern = z.object({ compare: z.enum(ruleCompares), text })

/** The text of an article: what of it is shown, and what it says. */
export const textMethods = {
  /** Hides a block or restores it. No offset moves. */
  'block.set': method(
    z.object({ id, hidden: z.boolean(), reason: z.enum(hideReasons).exclude(['rule']).nullable().optional() }),
  ).returns<T.ArticleText>(),
  /** All hidden blocks of an article, or one run of them, restored as one operation. */
  'block.restore': method(z.object({ ids })).returns<T.ArticleText>(),

  /**
   * Gives a paragraph another wording, as a new version of the text; passages move with their words or are orphaned.
   * `text/empty`, `text/unchanged`. As the two below, `text/version-changed` for a block of an earlier version.
   */
  'block.correct': method(z.object({ id, text })).returns<R.CorrectedText>(),
  /** Makes one paragraph of two between which nothing is shown. `block/not-adjacent`. */
  'block.merge': method(z.object({ ids: z.tuple([id, id]) })).returns<R.CorrectedText>(),
  /** Makes two paragraphs of one, the second from an offset in its text on. `text/empty`. */
  'block.split': method(z.object({ id, at: offset })).returns<R.CorrectedText>(),
  /** The versions of a text and the earlier wordings of its paragraphs. */
  'text.history': method(z.object({ articleId: id })).returns<R.TextHistory>(),

  /** All rules by which the researcher hides lines of an outlet, by outlet. */
  'rule.list': method(none).returns<R.TaughtRule[]>(),
  /** What a rule would hide; `id` is that of a rule that is being edited. `rule/empty`. */
  'rule.try': method(pattern.extend({ outlet: shortText.min(1), id: id.optional() })).returns<R.RuleTrial>(),
  /** Teaches a rule and hides by it in all articles of the outlet; one that is there is returned. `rule/empty`. */
  'rule.create': method(pattern.extend({ outlet: shortText.min(1) })).returns<R.TaughtRule>(),
  /** Changes a rule, which hides and restores accordingly. `rule/not-found`, `rule/empty`. */
  'rule.set': method(pattern.partial().extend({ id })).returns<R.TaughtRule>(),
  /** Deletes a rule and restores what it hid. `rule/not-found`. */
  'rule.delete': method(z.object({ id })).returns<{ restored: number }>(),
} as const
