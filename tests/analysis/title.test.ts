import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { happeningTitle } from '../../src-main/analysis/title'

describe('the title of an event', () => {
  test.each([
    ['Port police took control of the quay on the morning of May 7.', 'Port police took control of the quay'],
    [
      'Port police took the eastern quay on May 7 as part of a campaign against smugglers that has angered Orlo.',
      'Port police took the eastern quay',
    ],
    ['On the morning of 7 May, port police took the quay.', 'Port police took the quay'],
    ['However, the council voted against the plan in 1994.', 'The council voted against the plan'],
    ['On Tuesday night divers left the wreck.', 'Divers left the wreck'],
    ['On 6, 7 and 8 May divers searched the wreck.', 'Divers searched the wreck'],
    ['Two drowned on May 6 and 12 are missing.', 'Two drowned and 12 are missing'],
    ['The council met on May 6 and 7 to vote.', 'The council met to vote'],
    [
      'Mayor Dana Reyes on Sunday pressed the council to reopen the quay.',
      'Mayor Dana Reyes pressed the council to reopen the quay',
    ],
    [
      'Mayor Dana Reyes said on Sunday that the quay would stay shut.',
      'Mayor Dana Reyes said that the quay would stay shut',
    ],
    [
      'A delegation visited Orlo on Wednesday in an attempt to end the row, local media reported.',
      'A delegation visited Orlo',
    ],
    ['Divers left the wreck, the harbour master said.', 'Divers left the wreck'],
    ['Maris, which signed a treaty with Orlo in 1979, has reacted angrily.', 'Maris signed a treaty with Orlo'],
    [
      'Despite warnings from captains and the harbour master, the council approved the dredging of the bay on 16 March.',
      'The council approved the dredging of the bay',
    ],
    ['The river treaty, signed in 1979, gives both towns free passage.', 'The river treaty signed'],
    [
      'She has asked the court for a hearing, which a clerk said could be held as early as next week.',
      'She has asked the court for a hearing',
    ],
    ['The court has to decide, and a hearing is set for 24 March.', 'The court has to decide, and a hearing is set'],
    [
      'In Tuesday’s report, harbour officials blamed the captain.',
      'In Tuesday’s report, harbour officials blamed the captain',
    ],
    ['وُقعت المعاهدة عام 1987، وعُدلت مرة واحدة.', 'وُقعت المعاهدة عام 1987، وعُدلت مرة واحدة'],
    ['“The quay is shut.”', 'The quay is shut'],
    ['May 12, 2024', 'May 12, 2024'],
  ])('%s', (sentence, title) => {
    expect(happeningTitle(sentence)).toBe(title)
  })

  test('of a long sentence ends at a clause, or at a word with an ellipsis', () => {
    const clause =
      'The council of the island town approved a plan to dredge the whole bay, which fishermen had fought for many years in court'
    expect(happeningTitle(clause)).toBe('The council of the island town approved a plan to dredge the whole bay')
    const endless = `The council approved ${'another very costly '.repeat(12)}plan`
    expect(happeningTitle(endless)).toMatch(/^The council approved .* (?:another|very|costly)…$/)
  })

  test('closes a quotation that was cut', () => {
    const title = happeningTitle(`The mayor vowed to “${'keep dredging the bay and '.repeat(8)}go on”`)
    expect(title).toMatch(/…”$/)
  })

  test('is never longer than it may be, nor empty for a sentence with words', () => {
    const words = fc.constantFrom(
      'on May 7',
      'the',
      'ferry',
      ',',
      'said',
      '“',
      '”',
      'which',
      'took',
      'After',
      'Tuesday',
      '–',
      'control',
      '…',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (parts) => {
        const title = happeningTitle(`Ferry ${parts.join(' ')}.`)
        expect(title.length).toBeLessThanOrEqual(90)
        expect(title).not.toBe('')
      }),
      { seed: 9, numRuns: 1000 },
    )
  })

  test.each(['. ', '…', '7 May ', '.!?'])('is found in a very long sentence of %j too', (marks) => {
    expect(
      happeningTitle(`Port police took the quay ${marks.repeat(200_000 / marks.length)}x`).length,
    ).toBeLessThanOrEqual(90)
  })
})
