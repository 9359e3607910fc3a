import { describe, expect, it } from 'vitest'
import type { Sourced } from '../../src-main/domain/origin'
import { chooseLanguage, detectLanguage } from '../../src-main/importing/language'

const paragraph = (text: string) => [{ text }]

describe('the language of a text', () => {
  it.each([
    [
      'en',
      'The harbour wall gave way on Monday night, and the ferries to the northern islands stay in port until it has been repaired by the council, which said that the work would take a month at least.',
    ],
    [
      'de',
      'Die Hafenmauer gab in der Nacht zum Montag nach, und die Fähren zu den nördlichen Inseln bleiben im Hafen, bis sie repariert ist, wie die Behörde am Dienstag mitteilte.',
    ],
    [
      'nl',
      'De havenmuur begaf het in de nacht van maandag, en de veerboten naar de noordelijke eilanden blijven in de haven tot de muur is hersteld, zei de gemeente op dinsdag.',
    ],
    [
      'fr',
      'Le mur du port a cédé dans la nuit de lundi, et les bateaux vers les îles du nord restent à quai jusqu’à ce qu’il soit réparé, a dit le conseil mardi.',
    ],
    ['ar', 'انهار جدار الميناء ليلة الاثنين، وبقيت العبارات المتجهة إلى الجزر الشمالية في الميناء حتى يتم إصلاحه.'],
    [
      'ru',
      'Стена порта обрушилась в ночь на понедельник, и паромы на северные острова остаются в порту до её ремонта.',
    ],
  ])('%s', async (language, text) => {
    expect((await detectLanguage(paragraph(text))).value).toBe(language)
  })

  it('is not English because some English words stand in it', async () => {
    const text =
      'Het bestuur van de haven las „The State of the Union and the Wall“ voor, maar de veerboten naar de noordelijke eilanden blijven in de haven tot de muur is hersteld, zei de gemeente op dinsdag tegen ons.'
    expect((await detectLanguage(paragraph(text))).value).toBe('nl')
  })

  it('is not English because it quotes an English sentence', async () => {
    const text =
      'Der Sprecher der Hafenbehörde sagte auf Englisch: „They said that the wall would hold, and with this storm it was not.“ Danach schwieg er, und die Fähren zu den nördlichen Inseln blieben im Hafen, bis die Mauer repariert war. Niemand wurde verletzt, sagte der Bürgermeister, doch der Schaden sei groß.'
    expect((await detectLanguage(paragraph(text))).value).toBe('de')
  })

  it('goes before what a page says where the two clearly differ, and keeps the other', async () => {
    const declared: Sourced = {
      value: 'en-US',
      origin: 'file',
      confidence: 'certain',
      evidence: { kind: 'element', at: 'html lang', quote: 'en-US' },
    }
    const text =
      'Die Hafenmauer gab in der Nacht zum Montag nach, und die Fähren zu den nördlichen Inseln bleiben im Hafen, bis sie repariert ist, wie die Behörde am Dienstag mitteilte. Niemand wurde verletzt, sagte der Bürgermeister.'
    const chosen = chooseLanguage(declared, await detectLanguage(paragraph(text)))
    expect([chosen.value, chosen.others?.map((other) => other.value)]).toEqual(['de', ['en-US']])
  })
})
