import { describe, expect, test } from 'vitest'
import { upstreamSource } from '../../src-main/analysis/upstream'

describe('the source behind a statement', () => {
  test.each([
    ['The mayor told Reuters on Monday that divers had left.', 'reuters'],
    ['Sources have told The Harbour Times, as the row deepens.', 'harbour times'],
    ['An unnamed captain told Lagoon News on 11 May.', 'lagoon news'],
    ['The governor told Maris the ferry was safe; a captain told Lagoon TV it was not.', 'lagoon tv'],
    ['According to the Lagoon Gazette, the crew had fled.', 'lagoon gazette'],
    ['The crew had fled, according to a report in The Lagoon Gazette.', 'lagoon gazette'],
    ['Lagoon media reported that the crew had fled.', 'lagoon media'],
    ['The crew had fled, local media reported last week.', 'local media'],
    ['State television said the crew had fled.', 'state television'],
    ['The crew had fled, the Maris Post daily reported on Tuesday.', 'maris post'],
    ['In an interview with the private broadcaster CNN, he denied it.', 'cnn'],
    ['The crew had fled, wrote the paper, citing AFP.', 'afp'],
    ['In Tuesday’s Courier report, officials said so.', 'courier'],
    ['قال نقلا عن وكالة رويترز، إن العبارة غرقت.', 'وكالة رويترز'],
  ])('%s', (sentence, source) => {
    expect(upstreamSource(sentence)).toBe(source)
  })

  test.each([
    'The ferry sank on Monday.',
    'Maris told Orlo it would not reopen the quay.',
    'The crew had fled, according to sources who spoke on condition of anonymity.',
    'The official told reporters that the crew had fled.',
    'He told lawmakers so, citing American government officials.',
    'According to Maris’s health ministry, nobody was hurt.',
    'Doctors reported three deaths, and the UN reported four.',
    '',
  ])('is not named in: %s', (sentence) => {
    expect(upstreamSource(sentence)).toBeNull()
  })
})
