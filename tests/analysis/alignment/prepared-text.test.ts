import { describe, expect, it } from 'vitest'
import { sameAffair } from '../../../src-main/analysis/about'
import { areComparable, prepareText } from '../../../src-main/analysis/alignment/prepared-text'
import { noVectors } from '../../../src-main/analysis/alignment/vectors'
import { generatedText, seeded } from '../../support/generated'
import { wordVectors } from '../../support/word-vectors'

const prepared = (text: string, language: string | null = 'en') => prepareText(text, language, wordVectors())

describe('a prepared text', () => {
  it('has the offsets of the text, also where it is long', () => {
    const text = `${generatedText(seeded(2), 60)}\n\nThe mayor said: "We have no crew."`
    const { sentences, words } = prepared(text)
    expect(sentences.every(({ start, end }) => /^["A-Z].*[."]$/.test(text.slice(start, end)))).toBe(true)
    expect(words.filter(({ isQuoted }) => isQuoted).map(({ start, end }) => text.slice(start, end))).toEqual([
      'We',
      'have',
      'no',
      'crew',
    ])
    expect(words.at(-1)?.paragraph).toBe(text.split('\n').length - 1)
  })

  it('says nothing of hidden spans, whose offsets stay', () => {
    const text = 'The ferry stops.\nSign up for our newsletter.\nThe harbour closes.'
    const hidden = [{ start: text.indexOf('Sign'), end: text.indexOf('\nThe harbour') }]
    const { sentences, words } = prepareText(text, 'en', wordVectors(), hidden)
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The ferry stops.',
      'The harbour closes.',
    ])
    expect(words.map(({ key }) => key)).not.toContain('newsletter')
  })

  it('uses English vectors for English, also where nobody named the language', () => {
    const english = 'The harbour board stopped the ferry after a fire.'
    const french = 'Le conseil du port a supprimé le bac après un incendie.'
    const hasMeaning = (text: string, language: string | null) =>
      prepared(text, language).sentences[0]?.meaning !== null
    expect([hasMeaning(english, 'en-GB'), hasMeaning(english, null)]).toEqual([true, true])
    expect([hasMeaning(french, 'fr'), hasMeaning(french, null)]).toEqual([false, false])
    expect(prepareText(english, 'en', noVectors).sentences[0]?.meaning).toBeNull()
  })
})

describe('two texts', () => {
  it.each([
    ['one language', 'Snow fell.', 'en', 'Rain fell.', 'en-GB', true],
    ['one script, languages unknown', 'Snow fell.', null, 'Es schneite.', null, true],
    ['other languages', 'Snow fell.', 'en', 'Es schneite.', 'de', false],
    ['other scripts', 'Snow fell.', null, 'Шёл снег.', null, false],
    ['scripts of Japanese', '雪が降った。', 'ja', 'ユキがふった', 'ja', true],
    ['an empty one', 'Snow fell.', 'en', '', 'en', false],
  ])('of %s can be compared or not', (_, a, languageA, b, languageB, can) => {
    expect(areComparable(prepared(a, languageA), prepared(b, languageB))).toBe(can)
  })

  it('are about one affair as far as their words and openings are', () => {
    const fire = prepared('A fire destroyed the ferry terminal of Velda. Police arrested a welder.')
    const same = prepared('Police in Velda arrested a welder after the fire at the ferry terminal.')
    const other = prepared('Parliament in Tarn voted on the budget. The opposition left the chamber.')
    expect(sameAffair(fire.about, same.about)).toBeGreaterThan(2 * sameAffair(fire.about, other.about))
    expect(sameAffair(fire.about, fire.about)).toBeCloseTo(1)
  })
})
