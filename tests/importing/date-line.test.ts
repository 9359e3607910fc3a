import { describe, expect, it } from 'vitest'
import { parseDateLine, readDateLine } from '../../src-main/importing/date-line'

const read = (line: string) => {
  const dates = readDateLine(line)
  return dates && [dates.published?.edtf ?? null, dates.updated?.edtf ?? null]
}

describe('a line of dates', () => {
  it('tells publication and last change apart by its words', () => {
    expect(read('Published 7 May 2031 | Updated 9 May 2031')).toEqual(['2031-05-07', '2031-05-09'])
    expect(read('Updated: 9 May 2031, 10:30 am')).toEqual([null, '2031-05-09'])
  })

  it('with two days that no word tells apart dates nothing', () => {
    expect(read('7 May 2031 – 9 May 2031')).toBeNull()
    expect(read('Wednesday, 7 May 2031 | 07.05.2031')).toEqual(['2031-05-07', null])
  })

  it('that says anything else is none', () => {
    expect(read('Trains stop on 7 May 2031')).toBeNull()
    expect(read('7 May 2031, page 3')).toBeNull()
  })

  it('is no sure date where day and month could be mistaken', () => {
    expect(parseDateLine('05/07/2031')).toBeNull()
    expect(parseDateLine('25/07/2031')).toEqual({ edtf: '2031-07-25', updated: false })
  })
})
