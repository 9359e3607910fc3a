import { describe, expect, it } from 'vitest'
import { edtfInterval } from '../../src-main/domain/edtf'
import { daysOfGap, gapsOf } from '../../src-main/domain/gap'

const gaps = (...edtfs: (string | null)[]) => gapsOf(edtfs.map((edtf) => (edtf === null ? null : edtfInterval(edtf))))
const ends = (...edtfs: (string | null)[]) => gaps(...edtfs).map(({ after, before }) => `${after} ${before}`)

describe('gaps', () => {
  it('are stretches without any event, much longer than usual', () => {
    expect(
      gaps('2024-05-07', '2024-02-08', '2024-05-05', '2024-05-06', '2024-05-15', '2024-05-12', '2024-05-12'),
    ).toEqual([{ after: '2024-02-08', before: '2024-05-05', days: 86, possible: 0 }])
  })

  it('come longest first', () => {
    const days = ['2031-01-01', '2031-01-02', '2031-01-03', '2031-01-04', '2031-02-01', '2031-02-02', '2031-06-01']
    expect(ends(...days)).toEqual(['2031-02-02 2031-06-01', '2031-01-04 2031-02-01'])
  })

  it('are none in a timeline of even steps, of one day or of none', () => {
    expect(ends('2031-01-01', '2031-02-01', '2031-03-01', '2031-04-01', '2031-05-01')).toEqual([])
    expect(ends('2031-01-01', '2031-01-01')).toEqual([])
    expect(ends(null)).toEqual([])
  })

  it('between two events is the one that there is', () => {
    expect(ends('2031-01-01', '2031-03-01')).toEqual(['2031-01-01 2031-03-01'])
    expect(ends('2031-01-01', '2031-01-02')).toEqual([])
  })

  it('are not filled by an event of an unknown day of that year, which may lie in them', () => {
    expect(gaps('2031-01-01', '2031', '2031-09-01')).toMatchObject([{ days: 242, possible: 1 }])
    expect(gaps('2031-01-01', '2030', '2031-09-01')).toMatchObject([{ possible: 0 }])
  })

  it('begin after the last day on which an event may have happened', () => {
    expect(ends('2031-01-01/2031-01-20', '2031-01-05', '2031-04-01')).toEqual(['2031-01-20 2031-04-01'])
    expect(ends('2031-01-01/..', '2031-04-01')).toEqual(['2031-01-01 2031-04-01'])
  })

  it('tell their own days', () => {
    const [gap] = gaps('2024-02-28', '2024-03-04')
    expect(daysOfGap(gap!)).toEqual({ from: '2024-02-29', to: '2024-03-03' })
  })
})
