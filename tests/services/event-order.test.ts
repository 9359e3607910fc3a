import { describe, expect, it } from 'vitest'
import { testServices } from '../support/services'

async function withDay() {
  const services = testServices()
  const { ask } = services
  const day = []
  for (const title of ['Morning', 'Noon', 'Night'])
    day.push((await ask['event.create']({ title, date: '2031-05-07' })).id)
  const [morning = 0, noon = 0, night = 0] = day
  const titles = async () => (await ask['event.list']({})).map((event) => event.title)
  return { ...services, morning, noon, night, titles }
}

describe('events of one day', () => {
  it('are put before another or last, and stay so after undo and redo', async () => {
    const { ask, titles, morning, night } = await withDay()
    await ask['event.arrange']({ id: night, before: morning })
    expect(await titles()).toEqual(['Night', 'Morning', 'Noon'])
    expect(await ask['event.arrange']({ id: morning, before: null })).toMatchObject({ sequence: 3 })
    expect(await titles()).toEqual(['Night', 'Noon', 'Morning'])
    await ask['library.undo']({})
    expect(await titles()).toEqual(['Night', 'Morning', 'Noon'])
    await ask['library.redo']({})
    expect(await titles()).toEqual(['Night', 'Noon', 'Morning'])
  })

  it('come after those that were arranged, where they are new', async () => {
    const { ask, titles, morning, night } = await withDay()
    await ask['event.arrange']({ id: night, before: morning })
    await ask['event.create']({ title: 'Later', date: '2031-05-07' })
    expect(await titles()).toEqual(['Night', 'Morning', 'Noon', 'Later'])
  })

  it('are not arranged among those of other days, nor without a day', async () => {
    const { ask, morning } = await withDay()
    const other = await ask['event.create']({ title: 'Other', date: '2031-05-08' })
    const undated = await ask['event.create']({ title: 'Some day' })
    expect(() => ask['event.arrange']({ id: morning, before: other.id })).toThrow('event/other-day')
    expect(() => ask['event.arrange']({ id: morning, before: undated.id })).toThrow('event/other-day')
    expect(() => ask['event.arrange']({ id: undated.id, before: null })).toThrow('event/undated')
    expect(() => ask['event.arrange']({ id: 99, before: null })).toThrow('event/not-found')
  })
})

describe('an event without a date', () => {
  it('stands where it is said to be, and last again when that is taken back', async () => {
    const { ask, titles, noon, night } = await withDay()
    const undated = await ask['event.create']({ title: 'Alarm' })
    const said = await ask['event.order']({
      id: undated.id,
      orders: [
        { relation: 'after', eventId: noon },
        { relation: 'before', eventId: night },
      ],
    })
    expect(said.orders).toEqual([
      { relation: 'after', eventId: noon },
      { relation: 'before', eventId: night },
    ])
    expect(await titles()).toEqual(['Morning', 'Noon', 'Alarm', 'Night'])
    await ask['event.delete']({ ids: [noon] })
    expect(await titles()).toEqual(['Morning', 'Alarm', 'Night'])
    await ask['library.undo']({})
    await ask['library.undo']({})
    expect(await titles()).toEqual(['Morning', 'Noon', 'Night', 'Alarm'])
  })

  it('is never said to come before itself', async () => {
    const { ask, morning, noon } = await withDay()
    const undated = await ask['event.create']({ title: 'Alarm' })
    await ask['event.order']({ id: undated.id, orders: [{ relation: 'before', eventId: morning }] })
    await ask['event.order']({ id: morning, orders: [{ relation: 'before', eventId: noon }] })
    const circle = () => ask['event.order']({ id: noon, orders: [{ relation: 'before', eventId: undated.id }] })
    expect(circle).toThrow('event/order-cycle')
    expect(() => ask['event.order']({ id: noon, orders: [{ relation: 'after', eventId: noon }] })).toThrow(
      'event/order-cycle',
    )
    expect(() => ask['event.order']({ id: noon, orders: [{ relation: 'after', eventId: 99 }] })).toThrow(
      'event/not-found',
    )
  })

  it('keeps its place beside the event that another is merged into', async () => {
    const { ask, titles, morning, noon } = await withDay()
    const undated = await ask['event.create']({ title: 'Alarm' })
    await ask['event.order']({ id: undated.id, orders: [{ relation: 'after', eventId: morning }] })
    await ask['event.merge']({ from: morning, into: noon })
    expect(await titles()).toEqual(['Noon', 'Alarm', 'Night'])
    await ask['library.undo']({})
    expect(await titles()).toEqual(['Morning', 'Alarm', 'Noon', 'Night'])
  })
})
