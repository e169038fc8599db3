import { describe, expect, test } from 'vitest'
import { openSge, type Told } from '../../../../support/enedis-sge.ts'

const newcomer = { sge: { environment: 'homologation', party: { reached: 'nothing' } } } satisfies Told
const steps = ['createEntity', 'replicateEntity', 'holdMeeting', 'sendKit', 'receiveCertificate', 'openAccess']

describe('the way to the web services', () => {
  test('ends with access, from when on every service answers in homologation', async () => {
    const sge = await openSge(newcomer)
    const codes: (string | null)[] = [(await sge.ask('recherchePoint')).code]

    for (const step of steps) {
      await sge.utility(step)
      codes.push((await sge.ask('recherchePoint')).code)
    }

    // Nobody, an entity in production, one that was copied over, three more steps, and access.
    expect(codes).toEqual(['SGT504', 'SGT504', 'SGT483', 'SGT483', 'SGT483', 'SGT483', 'SGT200'])
  })

  test.each(steps.slice(1).map((step, at) => [step, steps.slice(0, at)]))(
    'leaves no step out: %s after %j alone is too early',
    async (step, taken) => {
      const sge = await openSge(newcomer)
      for (const before of taken) await sge.utility(before)

      expect(await sge.refusedTo('utility', step)).toBe('sgeStepTooEarly')
    },
  )

  test('has one launch meeting and no second', async () => {
    const sge = await openSge(newcomer)
    for (const step of steps) await sge.utility(step)

    expect(await sge.refusedTo('utility', 'holdMeeting')).toBe('sgeSecondMeeting')
    expect(await sge.refusedTo('utility', 'openAccess')).toBe('sgeStepDone')
  })

  test('leads to a package in production only once access is open', async () => {
    const sge = await openSge({ sge: { party: { reached: 'kitSent' } } })

    const early = await sge.refusedTo('utility', 'grantPackage', { package: 'consultation' })
    await sge.utility('receiveCertificate')
    await sge.utility('openAccess')
    const before = await sge.ask('recherchePoint')
    await sge.utility('grantPackage', { package: 'consultation' })

    expect([early, before.code, (await sge.ask('recherchePoint')).code]).toEqual([
      'sgeStepTooEarly',
      'SGT483',
      'SGT200',
    ])
  })

  test('is each party’s own', async () => {
    const sge = await openSge({ sge: { otherParties: { rival: { reached: 'entityCreated' } } } })

    await sge.utility('replicateEntity', { party: 'rival' })

    const reached = sge.state(({ sge: { parties }, names }) => [
      parties[names.party['rival'] as keyof typeof parties]?.reached,
      parties[names.party['you'] as keyof typeof parties]?.reached,
    ])
    expect(reached).toEqual(['entityReplicated', 'accessOpened'])
  })
})
