import { describe, expect, test } from 'vitest'
import { findDates } from '../../../src-main/analysis/dates/find'
import { read } from './read'

describe('days with a name', () => {
  test.each([
    ['The ferry sank on Christmas Eve.', 'Christmas Eve = 2023-12-24'],
    ['The ferry sank on Christmas Day, 2022.', 'Christmas Day, 2022 = 2022-12-25'],
    ['It has been shut since Christmas.', 'Christmas = 2023-12-25'],
    ['It will open before Christmas, the mayor said.', 'Christmas = 2024-12-25'],
    [
      'It sank last Christmas and will sail next Christmas.',
      'last Christmas = 2023-12-25',
      'next Christmas = 2024-12-25',
    ],
    ["They met on New Year’s Eve and on New Year's Day.", 'New Year’s Eve = 2023-12-31', "New Year's Day = 2024-01-01"],
    ['Workers marched on May Day.', 'May Day = 2024-05-01'],
    ['The shops closed on Boxing Day 2023.', 'Boxing Day 2023 = 2023-12-26'],
    ['Women struck on International Women’s Day.', 'International Women’s Day = 2024-03-08'],
    ['Crowds gathered on Nakba Day.', 'Nakba Day = 2024-05-15'],
    ['It burned down at Halloween.', 'Halloween = 2023-10-31'],
    ['It was held on the Fourth of July.', 'Fourth of July = 2023-07-04'],
  ])('%s', (text, ...expressions) => {
    expect(read(text)).toEqual(expressions)
  })

  test.each([
    'The Christmas market sold Christmas trees; Father Christmas came.',
    'He works for Christmas Island’s port and for Mayday Rescue.',
    'Good Friday, Easter Sunday and Independence Day move or differ from place to place.',
  ])('no day: %s', (text) => expect(read(text)).toEqual([]))

  test('they are of the year that the tense decides, and say so', () => {
    const [date] = findDates('The fair opened on Christmas Eve.', { published: '2024-05-16', language: 'en' })
    expect(date?.derivation).toEqual([{ code: 'year-before-publication', params: { year: '2023' } }])
    expect(date?.rule).toBe('holiday')
    expect(read('The fair opened on Christmas Eve.', 'en', null)).toEqual(['Christmas Eve = ? needs-publication-date'])
  })

  test.each([
    ['fr', 'Le port a fermé à Noël, puis la Saint-Sylvestre.', ['Noël = 2023-12-25', 'Saint-Sylvestre = 2023-12-31']],
    [
      'de',
      'Die Fähre sank an Heiligabend, nicht an Silvester.',
      ['Heiligabend = 2023-12-24', 'Silvester = 2023-12-31'],
    ],
    ['de', 'Am Tag der Arbeit war der Hafen zu.', ['Tag der Arbeit = 2024-05-01']],
    ['es', 'El puerto cerró en Nochebuena y en Navidad.', ['Nochebuena = 2023-12-24', 'Navidad = 2023-12-25']],
    ['it', 'Il porto chiuse a Natale e riaprì a Capodanno.', ['Natale = 2023-12-25', 'Capodanno = 2024-01-01']],
    ['pt', 'O porto fechou na véspera de Natal.', ['véspera de Natal = 2023-12-24']],
    ['ar', 'أغلق الميناء في عيد العمال.', ['عيد العمال = 2024-05-01']],
    ['fr', 'Le marché de Noël et le sapin de Noël.', []],
  ])('%s: %s', (language, text, expressions) => {
    expect(read(text, language)).toEqual(expressions)
  })
})

describe('days that things are named after', () => {
  test('are that day, whenever the article is from', () => {
    expect(read('The September 11 attacks came up again.')).toEqual(['September 11 = 2001-09-11'])
    expect(read('Families of 9/11 victims spoke.')).toEqual(['9/11 = 2001-09-11'])
    expect(read('It is the longest closure since the October 7 attacks.', 'en', '2026-02-01')).toEqual([
      'October 7 = 2023-10-07',
    ])
  })
  test('without the thing, or before it, are days of the year', () => {
    expect(read('The ferry sank on September 11.')).toEqual(['September 11 = 2023-09-11'])
    expect(read('The October 7 attack on the port failed.', 'en', '2019-11-01')).toEqual(['October 7 = 2019-10-07'])
  })
})
