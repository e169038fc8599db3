import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, statusOf, town } from '../../../support/portfolio-manager.ts'

const held = (settings = {}) =>
  portfolioManager(
    {
      ...connectedTown,
      properties: { tower: { ...town.properties.tower, sharedWithYou: { access: 'Read', meters: { power: 'Read' } } } },
    },
    settings,
  )

describe('a provider that unshares', () => {
  test('a property gives its meters back too, those on offer included (P8)', () => {
    const pm = held()
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { light: 'Read' } })

    pm.unshareProperty('tower', 'We have parted.')

    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.pending().meters]).toEqual([403, 403, []])
    expect(pm.inbox('olive')).toEqual(['Acme Energy no longer has access to Olive Tower. [We have parted.]'])
  })

  test('under unsharePropertyCascade=off keeps the meters (X4)', () => {
    const pm = held({ dialect: { unsharePropertyCascade: 'off' } })

    pm.unshareProperty('tower')

    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([403, 200])
  })

  test('a meter keeps the property (M5)', () => {
    const pm = held()

    pm.unshareMeter('power', 'Not needed.')

    expect([pm.sees.property('tower'), pm.sees.meter('power')]).toEqual([200, 403])
    expect(pm.inbox('olive')).toEqual(['Acme Energy no longer has access to Power. [Not needed.]'])
  })

  test('gets no notice of what it did itself', () => {
    const pm = held()
    pm.unshareProperty('tower')

    expect(pm.notifications()).toEqual([])
  })

  test('is denied without an active share, and told of what never was or is gone', () => {
    const pm = held()
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { light: 'Read' } })
    pm.unshareMeter('power')
    const statuses = () => ['power', 'light', 'gas'].map((name) => statusOf(() => pm.unshareMeter(name)))

    expect(statuses()).toEqual([403, 403, 403])
    pm.act('deleteProperty', { as: 'olive', property: 'tower' })
    expect([...statuses(), statusOf(() => pm.unshareProperty('tower'))]).toEqual([404, 404, 404, 404])
  })

  test('may be given the same again', () => {
    const pm = held()
    pm.unshareProperty('tower')

    pm.act('shareProperty', { as: 'olive', property: 'tower', access: 'Read Write' })
    pm.answerProperty('tower', 'Accept')

    expect(pm.sees.property('tower')).toBe(200)
  })
})

describe('the propagation delay', () => {
  test('lets an item read on for a while after its share has ended', () => {
    const pm = held()
    pm.operate('setPropagationDelay', { lasts: 'PT30S' })
    pm.unshareProperty('tower')
    const seen = () => [pm.sees.property('tower'), pm.sees.meter('power')]

    const soon = seen()
    pm.pass('PT29.999S')
    const later = seen()
    pm.pass('PT0.001S')

    expect([soon, later, seen()]).toEqual([
      [200, 200],
      [200, 200],
      [403, 403],
    ])
    expect(statusOf(() => pm.unshareProperty('tower'))).toBe(403)
  })

  test('never shows what was only on offer', () => {
    const pm = held()
    pm.operate('setPropagationDelay', { lasts: 'PT30S' })
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { light: 'Read' } })

    pm.answerMeter('light', 'Reject')
    expect(pm.sees.meter('light')).toBe(403)
    pm.unshareMeter('power')
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read' } })
    expect(pm.sees.meter('power')).toBe(403)
  })
})
