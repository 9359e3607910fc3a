import { describe, expect, it } from 'vitest'
import {
  type CleaningRule,
  isUsablePattern,
  type RuledBlock,
  readyRules,
  ruledVisibility,
  ruleMatcher,
} from '../../src-main/domain/cleaning-rule'

const line = (text: string, more: Partial<RuledBlock> = {}): RuledBlock => ({
  kind: 'paragraph',
  text,
  hidden: false,
  reason: null,
  ruleId: null,
  ...more,
})

describe('a rule finds', () => {
  it.each([
    ['is', 'Comments (3)', 'COMMENTS  (12)', true],
    ['is', 'Comments (3)', 'Comments (12) and replies', false],
    ['is', 'Read 1,204 replies', 'Read 7 replies', true],
    ['is', 'تعليقات ٣', 'تعليقات ١٢', true],
    ['is', '* * *', '* * *', true],
    ['begins', 'Read also:', 'Read also: Ferry strike enters its second week', true],
    ['begins', 'Read', 'Reading the minutes took an hour.', false],
    ['begins', 'Sign up', 'Please sign up', false],
    ['begins', '订阅', '订阅我们的新闻', true],
    ['contains', 'our newsletter', 'Sign up for our  Newsletter today', true],
    ['contains', 'news', 'Our newsletter', false],
    ['contains', 'news', 'Newsroom news', true],
    ['contains', 'Ñandú', 'el ñandú corre', true],
    ['contains', 'news', 'all the ｎｅｗｓ of today', true],
    ['contains', 'news', 'all that happened today', false],
    ['is', 'Page 1', `Page ${'1'.repeat(40)}`, true],
  ] as const)('that a block %s “%s”: “%s” %s', (compare, text, block, found) => {
    expect(ruleMatcher({ compare, text }).matches(block)).toBe(found)
  })

  it('nothing with a pattern that says nothing', () => {
    expect(isUsablePattern({ compare: 'is', text: '  ' })).toBe(false)
    expect(isUsablePattern({ compare: 'is', text: '***' })).toBe(true)
    expect(isUsablePattern({ compare: 'contains', text: '12' })).toBe(false)
    expect(isUsablePattern({ compare: 'begins', text: '12 Monkeys' })).toBe(true)
  })
})

describe('of an outlet’s rules', () => {
  const rules: CleaningRule[] = [
    { id: 1, outlet: 'Gazette', compare: 'begins', text: 'Read also' },
    { id: 2, outlet: 'Gazette', compare: 'contains', text: 'ferry' },
  ]
  const ready = readyRules(rules)
  const alone = readyRules(rules.slice(1))
  const byRule = (ruleId: number) => ({ hidden: true, reason: 'rule' as const, ruleId })
  const visible = { hidden: false, reason: null, ruleId: null }

  it('the first that finds a block hides it, and goes on to', () => {
    expect(ruledVisibility(line('Read also: the ferry'), ready, false)).toEqual(byRule(1))
    expect(ruledVisibility(line('Read also: the ferry', byRule(2)), ready, false)).toEqual(byRule(2))
    expect(ruledVisibility(line('The mayor spoke.'), ready, false)).toEqual(visible)
  })

  it('one that is gone leaves its blocks to the others, or restores them', () => {
    expect(ruledVisibility(line('Read also: the ferry', byRule(1)), alone, false)).toEqual(byRule(2))
    expect(ruledVisibility(line('Read also: the lock', byRule(1)), alone, false)).toEqual(visible)
  })

  it('none hides what a passage rests on, what was restored by hand, or what was read as metadata', () => {
    expect(ruledVisibility(line('Read also: the ferry'), ready, true)).toEqual(visible)
    expect(ruledVisibility(line('Read also: the ferry', byRule(1)), ready, true)).toEqual(visible)
    const restored = { hidden: false, reason: null, ruleId: 1 }
    expect(ruledVisibility(line('Read also: the ferry', restored), ready, false)).toEqual(restored)
    for (const kind of ['title', 'subtitle', 'byline', 'date'] as const) {
      expect(ruledVisibility(line('Read also', { kind }), ready, false)).toEqual(visible)
    }
  })

  it('none takes over or restores what is hidden for another reason', () => {
    const other = { hidden: true, reason: 'researcher' as const, ruleId: null }
    expect(ruledVisibility(line('Read also', other), ready, false)).toEqual(other)
    expect(ruledVisibility(line('Weather', other), ready, false)).toEqual(other)
  })
})
