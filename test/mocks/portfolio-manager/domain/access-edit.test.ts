import { describe, expect, test } from 'vitest'
import { connectedTown, portfolioManager, thrownBy, town } from '../../../support/portfolio-manager.ts'

type Grants = NonNullable<NonNullable<Parameters<typeof portfolioManager>[0]>['properties']>[string]['sharedForwardTo']

/** The provider holds the whole tower at full access; Mason and Fran have what the test gives them. */
const held = (sharedForwardTo: Grants = town.properties.tower.sharedForwardTo, settings = {}) =>
  portfolioManager(
    {
      ...connectedTown,
      properties: {
        ...town.properties,
        tower: { ...town.properties.tower, sharedForwardTo, sharedWithYou: 'Read Write' },
      },
    },
    settings,
  )

describe('an edit of access', () => {
  test('takes effect at once, with one notice for each item (P7, M4)', () => {
    const pm = held()

    pm.act('editAccess', { as: 'olive', property: 'tower', access: 'Read' })
    pm.act('editAccess', { as: 'olive', property: 'tower', meter: 'power', access: 'Read' })

    expect(pm.notifications().map(({ description }) => description)).toEqual([
      'Olive Tower - Access level revised to Read Only by Olive Oil.',
      'Power - Access level revised to Read Only by Olive Oil.',
    ])
    const shares = pm.read((state) => [...Object.values(state.propertyShares), ...Object.values(state.meterShares)])
    const levels = shares.map(({ level }) => level)
    expect(levels).toEqual(['Read', 'Read', 'Read Write', 'Read Write'])
  })

  test('says Full Access when it gives more', () => {
    const pm = held()
    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' })
    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read Write' })

    expect(pm.notifications()[1]?.description).toBe('Power - Access level revised to Full Access by Olive Oil.')
  })

  test('that changes nothing is no news', () => {
    const pm = held()

    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read Write' })

    expect(pm.notifications()).toEqual([])
  })

  test('of an offer is silent', () => {
    const pm = portfolioManager(connectedTown)
    pm.act('shareMeters', { as: 'olive', property: 'tower', meters: { power: 'Read Write' } })

    pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' })

    expect(pm.notifications()).toEqual([])
    expect(pm.read((state) => state.meterShares[`${pm.you}/${pm.meter('power')}`]?.level)).toBe('Read')
  })

  test.each([
    ['PDA', 'olive'],
    ['editor', 'fran'],
  ] as const)('under shareUpdateAccount=%s the notice names the account of %s (X23)', (shareUpdateAccount, name) => {
    const pm = held(undefined, { dialect: { shareUpdateAccount } })

    pm.act('editAccess', { as: 'fran', meter: 'power', access: 'Read' })

    expect(pm.notifications()).toMatchObject([{ accountId: pm.account(name), username: name, createdBy: 'fran' }])
  })

  test('is impossible once the client gave the share back or turned it down', () => {
    const pm = held()
    pm.unshareMeter('power')
    pm.act('shareProperty', { as: 'olive', property: 'annex' })
    pm.answerProperty('annex', 'Reject')

    const back = thrownBy(() => pm.act('editAccess', { as: 'olive', meter: 'power', access: 'Read' }))
    const down = thrownBy(() => pm.act('editAccess', { as: 'olive', property: 'annex', access: 'Read Write' }))

    expect([back.constructor.name, back.message]).toEqual([
      'Impossible',
      'Access to Power cannot be changed: the client gave the share back.',
    ])
    expect(down.message).toBe('Access to Annex cannot be changed: the client turned the share down.')
  })

  test('is refused for what was never shared', () => {
    const pm = portfolioManager(connectedTown)

    expect(thrownBy(() => pm.act('editAccess', { as: 'olive', property: 'tower', access: 'Read' })).alert).toBe(
      'notSharedWith',
    )
    expect(thrownBy(() => pm.act('editAccess', { as: 'olive', access: 'Read' })).message).toMatch(
      /a property or a meter/,
    )
  })
})

describe('who may edit', () => {
  test.each([
    ['Full Access', true, true],
    ['Custom', false, true],
    ['Exchange Data', false, true],
    ['Read Only', false, false],
  ] as const)('%s: what others shared %s, what one shared oneself %s', (level, others, own) => {
    const grants = [{ to: 'mason', level, mayShareForward: true }]
    const pm = held(grants)
    const forwarded = portfolioManager({
      ...connectedTown,
      properties: { tower: { ...town.properties.tower, sharedForwardTo: grants } },
    })
    forwarded.act('shareForward', { as: 'mason', property: 'tower', access: 'Read' })
    forwarded.answerProperty('tower', 'Accept')
    const edit = { as: 'mason', property: 'tower' }
    const isAllowed = (act: () => unknown) => {
      try {
        act()
        return true
      } catch (error) {
        expect((error as { alert?: string }).alert).toBe('mayNotEdit')
        return false
      }
    }

    const mayEdit = [
      isAllowed(() => pm.act('editAccess', { ...edit, access: 'Read' })),
      isAllowed(() => forwarded.act('editAccess', { ...edit, access: 'Read Write' })),
    ]

    expect(mayEdit).toEqual([others, own])
  })

  test('nobody without a share of the property', () => {
    const pm = held()

    expect(thrownBy(() => pm.act('editAccess', { as: 'bob', meter: 'power', access: 'Read' })).alert).toBe('mayNotEdit')
    expect(thrownBy(() => pm.act('removeAccess', { as: 'bob', property: 'tower' })).alert).toBe('mayNotEdit')
  })

  test('whoever is in may be let out by those who may edit', () => {
    const pm = held([{ to: 'mason', level: 'Custom' }, { to: 'fran' }])

    expect(thrownBy(() => pm.act('removeAccess', { as: 'mason', property: 'tower', from: 'fran' })).alert).toBe(
      'mayNotEdit',
    )
    pm.act('removeAccess', { as: 'fran', property: 'tower', from: 'mason' })

    expect(thrownBy(() => pm.act('removeAccess', { as: 'fran', property: 'tower', from: 'mason' })).alert).toBe(
      'notSharedWith',
    )
    expect(
      thrownBy(() => pm.act('removeAccess', { as: 'olive', property: 'tower', meter: 'power', from: 'fran' })).message,
    ).toMatch(/a whole property/)
  })
})

describe('access taken away', () => {
  test.each([
    ['removeAccess', {}],
    ['editAccess', { access: 'None' }],
  ] as const)('with a property goes every shared meter, a notice each: %s (P9)', (verb, more) => {
    const pm = held()

    pm.act(verb, { as: 'olive', property: 'tower', ...more })

    const ids = [undefined, 'power', 'light', 'gas'].map((name) => name && pm.meter(name))
    const notices = pm.notifications()
    expect(notices.map(({ type }) => type)).toEqual(Array(4).fill('UNSHARE'))
    expect(notices.map(({ meterId }) => meterId)).toEqual(ids)
    expect(notices[1]?.description).toBe('Power - Access removed by Olive Oil.')
    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.sees.customer('olive')]).toEqual([403, 403, 200])
  })

  test('of a meter leaves its property', () => {
    const pm = held()

    pm.act('removeAccess', { as: 'olive', meter: 'power' })

    expect(pm.notifications()).toMatchObject([{ type: 'UNSHARE', meterId: pm.meter('power') }])
    expect([pm.sees.property('tower'), pm.sees.meter('power'), pm.sees.meter('light')]).toEqual([200, 403, 200])
  })
})
