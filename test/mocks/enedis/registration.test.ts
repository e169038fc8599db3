import { describe, expect, test } from 'vitest'
import { dailyPath, openDoors, pageV2, search, street, type Doors } from '../../support/enedis-doors.ts'

const siren = '000555555'
const form = { name: 'NOUVELLE APP', redirectUri: 'http://localhost:3000/new' }

async function underContract() {
  const doors = await openDoors(street)
  await doors.customer('subscribe', { siren, name: 'NOUVELLE ENTITE' })
  await doors.utility('signContract', { siren })
  return doors
}

const asked = { called: 'new', entity: siren, clientId: 'new-sandbox', ...form }
const create = (doors: Doors, more: object = {}) => doors.customer('createApplication', { ...asked, ...more })

describe('an application', () => {
  test('begins in the sandbox, once the contract of its entity is signed', async () => {
    const doors = await openDoors(street)
    await doors.customer('subscribe', { siren, name: 'NOUVELLE ENTITE' })

    const before = await doors.refusedTo('customer', 'createApplication', asked)
    await doors.utility('signContract', { siren })
    await create(doors)

    expect(before).toBe('contractMissing')
    const answer = await doors.consentAt(pageV2, { client_id: 'new-sandbox', state: 'x1' })
    expect(search(answer)).toMatchObject({ autorisation_id: '10', state: 'x1' })
  })

  test('gets another one with credentials of its own in production, once it was validated and granted', async () => {
    const doors = await underContract()
    await create(doors)
    const live = { application: 'new', called: 'newLive', clientId: 'new-production' }

    const early = await doors.refusedTo('customer', 'requestProduction', live)
    await doors.utility('validateApplication', { application: 'new' })
    await doors.customer('requestProduction', live)
    const requested = await doors.tokenOf('new-production')
    await doors.utility('openApplication', { application: 'newLive' })

    expect([early, requested]).toEqual(['notValidated', undefined])
    expect(await doors.tokenOf('new-production')).toMatch(/^eyJ/)
    expect(await doors.tokenOf('new-sandbox')).toMatch(/^eyJ/)
    expect(
      doors.state(({ applications }) => applications['new-production' as keyof typeof applications]),
    ).toMatchObject({
      ...{ name: 'NOUVELLE APP', environment: 'production', triedAs: 'new-sandbox', entity: siren },
    })
  })

  test('uses the APIs of its perimeter', async () => {
    const doors = await underContract()

    await create(doors, { apis: ['mesure_synchrone_auto'] })
    await doors.consentAt(pageV2, { client_id: 'new-sandbox', state: 'x0' })
    const token = await doors.tokenOf('new-sandbox')

    expect((await doors.read(dailyPath('22516914714270'), token)).status).toBe(403)
  })

  test.each(['Nouvelle app', 'APP ENEDIS', 'A'.repeat(39), 'APP!'])('is not called %j', async (name) => {
    const doors = await underContract()

    expect(await doors.refusedTo('customer', 'createApplication', { ...asked, name })).toBe('applicationNameInvalid')
  })

  test.each(['APP 2026', 'MON_APP-1', 'A'.repeat(38)])('may be called %j', async (name) => {
    const doors = await underContract()

    await create(doors, { name })

    expect(await doors.tokenOf('new-sandbox')).toMatch(/^eyJ/)
  })

  test('moves its redirect address', async () => {
    const doors = await openDoors(street)
    await doors.customer('accept', { as: 'paul' })

    await doors.customer('editApplication', { redirectUri: 'http://localhost:4000/back' })

    expect((await doors.consentAt(pageV2)).headers.get('location')).toMatch(/^http:\/\/localhost:4000\/back\?/)
  })

  test('that is closed knows nobody', async () => {
    const doors = await openDoors(street)

    await doors.utility('closeApplication')

    expect((await doors.consentAt(pageV2)).status).toBe(404)
    expect(await doors.tokenOf()).toBeUndefined()
  })
})
