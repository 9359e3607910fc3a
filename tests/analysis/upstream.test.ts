import { describe, expect, test } from 'vitest'
import { namedSources, sourcesOfText } from '../../src-main/analysis/upstream'

describe('the source behind a statement', () => {
  test.each([
    ['The mayor told Reuters on Monday that divers had left.', 'reuters'],
    ['Sources have told The Harbour Times, as the row deepens.', 'harbour times'],
    ['Two shipping officials told Meridian Wire that barges wait.', 'meridian wire'],
    ['Three officials told The Lagoon Star that barges wait.', 'lagoon star'],
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
    ['The ship had left, Channel 12 reported.', 'channel 12'],
    ['ORSUND (AFP) – The ferry sank on Monday.', 'afp'],
    ['AFP contributed to this report.', 'afp'],
    ['The captain told Lagoon News Wednesday that the crew had fled.', 'lagoon news'],
    ['According to Lagoon News’ Marit Solheim, the crew had fled.', 'lagoon news'],
    ['Le capitaine a déclaré à l’AFP que le ferry avait coulé.', 'afp'],
    ['Selon le quotidien La Lagune, le ferry avait coulé.', 'la lagune'],
    ['Das sagte der Kapitän der Nachrichtenagentur dpa.', 'dpa'],
    ['Laut der Orsunder Zeitung ist die Fähre gesunken.', 'orsunder zeitung'],
    ['Die Fähre ist gesunken, berichtete der Sender Lagune Eins.', 'lagune eins'],
    ['Según el diario El Faro, el barco se hundió.', 'faro'],
    ['El capitán dijo a la agencia EFE que el barco se hundió.', 'efe'],
    ['وذكرت صحيفة الميناء أن العبارة غرقت.', 'صحيفة الميناء'],
    ['قال نقلا عن وكالة رويترز، إن العبارة غرقت.', 'وكالة رويترز'],
  ])('%s', (sentence, source) => {
    expect(namedSources(sentence).map(({ name }) => name)).toEqual([source])
  })

  test.each([
    'The ferry sank on Monday.',
    'Maris told Orlo it would not reopen the quay.',
    'The crew had fled, according to sources who spoke on condition of anonymity.',
    'The official told reporters that the crew had fled.',
    'He told lawmakers so, citing American government officials.',
    'Officials told Prime Minister Ivo Marek that barges wait.',
    'Aides told Ivo that barges wait.',
    'The U.S. reported no losses.',
    'Er sagte der Polizei, die Fähre sei gesunken.',
    'Selon la police, le ferry avait coulé.',
    'Según el alcalde, el barco se hundió.',
    'According to Maris’s health ministry, nobody was hurt.',
    'Doctors reported three deaths, and the UN reported four.',
    '',
  ])('is not named in: %s', (sentence) => {
    expect(namedSources(sentence)).toEqual([])
  })
})

test('several sources of a text are told with their places', () => {
  const text =
    'Quay News reported a leak. The owner told the Maris Post and Lagoon TV so.\nAccording to AFP, it was old.'
  const found = sourcesOfText(text, 'en')
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Quay News', 'Maris Post', 'Lagoon TV', 'AFP'])
  expect(found.map(({ name }) => name)).toEqual(['quay news', 'maris post', 'lagoon tv', 'afp'])
})

test.each([
  ['told '.repeat(40_000)],
  [`According to ${'Maris '.repeat(30_000)}`],
  ['Maris'.repeat(40_000)],
  ['"’s report '.repeat(20_000)],
])('a text of one odd paragraph is read through', (text) => {
  expect(Array.isArray(sourcesOfText(text, null))).toBe(true)
})
