import { describe, expect, it } from 'vitest'
import { aligned } from '../../support/aligned'

/** The first likely link between two sentences, each in an article of its own with another sentence. */
function linked(one: string, other: string, language = 'en') {
  const rest = language === 'en' ? ['Snow fell on the passes of Tarn.', 'Fishermen founded the company.'] : ['', '']
  const { likely } = aligned([`${one}\n${rest[0]}`, `${other}\n${rest[1]}`], language)
  const [link] = likely
  return link ? { kind: link.kind, differences: link.differences } : null
}

describe('quotations', () => {
  it('are found where words were put in, which are marked', () => {
    expect(
      linked(
        '"We have no crew for the winter," she told Lagoon TV.',
        'She said: "We have no crew in Velda for the winter."',
      ),
    ).toEqual({ kind: 'quotation', differences: ['in Velda'] })
  })

  it('are found though all that stands together is a few words', () => {
    expect(
      linked('"We have no crew," said Brandt.', 'Brandt, the harbour master: "We have really no crew left."'),
    ).toEqual({
      kind: 'quotation',
      differences: ['really'],
    })
  })

  it('are found though their words stand apart', () => {
    const [one, other] = [
      '« Nous n’avons plus de choix », a dit le maire.',
      'Le maire : « Nous n’avons vraiment plus le choix. »',
    ]
    expect(linked(one, other, 'fr')).toEqual({ kind: 'quotation', differences: ['de', 'vraiment', 'le'] })
  })

  it('that were cut begin where they agree', () => {
    expect(
      linked(
        '“The world blames us for the queue at the lock, but the key to ending the misery is now in the hands of the skippers,” Olm said.',
        '“The key to ending the misery in Velda is now in the hands of the skippers,” said mayor Petra Olm.',
      ),
    ).toEqual({ kind: 'quotation', differences: ['in Velda'] })
  })

  it.each([
    [
      'Arabic',
      'ar',
      'قال الوزير: «لن نفتح المعبر قبل انسحاب القوات»',
      '«لن نفتح المعبر أبدا قبل انسحاب القوات»، قال وزير الخارجية',
    ],
    [
      'Arabic in curly marks',
      'ar',
      'قال الوزير: “لن نفتح المعبر قبل انسحاب القوات”',
      '«لن نفتح المعبر قبل انسحاب القوات»، قال وزير الخارجية',
    ],
    [
      'Hebrew',
      'he',
      'השר אמר: "לא נפתח את המעבר לפני נסיגת הכוחות"',
      '„לא נפתח את המעבר לפני נסיגת הכוחות”, אמר שר החוץ',
    ],
    [
      'French',
      'fr',
      '« Nous ne rouvrirons pas le passage », a dit le ministre.',
      'Le ministre : “Nous ne rouvrirons pas le passage.”',
    ],
    [
      'German',
      'de',
      '„Wir öffnen den Übergang nicht“, sagte der Minister.',
      'Der Minister: »Wir öffnen den Übergang nicht.«',
    ],
    [
      'Japanese',
      'ja',
      '大臣は「検問所を再開するつもりはない」と述べた。',
      '「検問所を再開するつもりはない」と外相が語った。',
    ],
  ])('are found in %s', (_, language, one, other) => {
    expect(linked(one, other, language)?.kind).toBe('quotation')
  })

  it('are no quotations where only one has them in marks, or hardly a word is the same', () => {
    expect(
      linked('"We have no crew," said harbour master Brandt.', 'The harbour master Brandt said they have no crew.')
        ?.kind,
    ).not.toBe('quotation')
    expect(
      linked('"We want to sell," said Brandt of Velda.', '"We want to know," said Brandt of Velda.')?.kind,
    ).not.toBe('quotation')
  })
})

describe('shared wording', () => {
  const wire =
    'Workers at the smelter walked out after managers refused to repair a furnace that had leaked fumes into the canteen twice'

  it('is found with what was changed in it', () => {
    expect(
      linked(
        `${wire} this winter.`,
        `${wire.replace('refused to repair', 'refused to repair or replace')} this winter.`,
      ),
    ).toEqual({
      kind: 'shared-wording',
      differences: ['or replace'],
    })
  })

  it('is found with what was changed in a sentence of a page, quoted or not', () => {
    const told = Array.from({ length: 700 }, (_, i) => `barge${i * 7} moored`).join(' ')
    const changed = told.replace('barge700', 'ferry').replace('barge2800 moored', 'barge2800 was not moored')
    expect(linked(`${told}.`, `${changed}.`)).toEqual({
      kind: 'shared-wording',
      differences: ['barge700', 'ferry', 'was not'],
    })
    expect(linked(`"${told}," he said.`, `He said: "${changed}."`)).toEqual({
      kind: 'quotation',
      differences: ['barge700', 'ferry', 'was not'],
    })
  })

  it('is found in a short sentence where it is most of it', () => {
    const short = 'Hundreds of workers walked out of the smelter after another accident'
    expect(linked(`${short} there.`, `${short}.`)?.kind).toBe('shared-wording')
  })

  it('is not what other words tell of the same thing', () => {
    const reworded =
      'A walkout began at the smelter because its managers would not repair a leaking furnace; fumes had come into the canteen.'
    expect(linked(`${wire} this winter.`, reworded)?.kind).toBe('same-statement')
  })
})
