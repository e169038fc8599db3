import { describe, expect, test } from 'vitest'
import {
  browserAt,
  clientId,
  consentedStreet,
  location,
  openDoors,
  pageV1,
  pageV2,
  redirectUri,
  search,
  street,
} from '../../../support/enedis-doors.ts'

const query = new URLSearchParams({ client_id: clientId, response_type: 'code', duration: 'P1Y6M', state: 's1' })
const asked = (path: string) => `${path}?${query.toString()}`
const enter = { username: 'claire@example.com', password: 'Sandbox-2026' }

/** Claire has logged in and sees what she is asked for. */
async function atThePage(path: string, told: Parameters<typeof openDoors>[0] = street) {
  const doors = await openDoors(told)
  const browser = browserAt(doors)
  const shown = await browser.post('/dataconnect/connexion', { next: asked(path), ...enter })
  return { doors, browser, shown: await shown.text(), next: asked(path) }
}

const fields = (next: string, usagePoints: string[]) => {
  const all = new URLSearchParams({ next })
  for (const one of usagePoints) all.append('usagePoints', one)
  return all
}

describe('a person at the consent page', () => {
  test('is asked to log in first, in French, and told who asks', async () => {
    const doors = await openDoors(street)

    const page = await (await doors.get(asked(pageV2))).text()

    expect(page).toContain('<html lang="fr">')
    expect(page).toContain('Partager mes données avec ACME ENERGIE')
    expect(page).toContain('name="viewport"')
    expect(page).toContain('claire@example.com')
  })

  test('who mistypes a password is asked again', async () => {
    const doors = await openDoors(street)

    const answer = await browserAt(doors).post('/dataconnect/connexion', {
      ...{ next: asked(pageV2), ...enter },
      password: 'wrong',
    })

    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('Identifiant ou mot de passe incorrect.')
  })

  test('sees the meters, the duration in words, and two buttons', async () => {
    const { doors, shown } = await atThePage(pageV1)

    expect(shown).toContain('1 an et 6 mois')
    expect(shown).toContain(`PRM ${doors.prm('claire.flat')}`)
    expect(shown.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2)
    expect(shown).toMatch(/J’accepte<\/button>.*Je refuse<\/button>/s)
  })

  test('may choose one meter only on the page of 2026', async () => {
    const { shown } = await atThePage(pageV2)

    expect(shown.match(/type="radio"/g)).toHaveLength(2)
    expect(shown.match(/type="radio"[^>]*checked/g)).toHaveLength(1)
  })

  test('accepts on the page of v1 for the meters that are ticked', async () => {
    const { doors, browser, next } = await atThePage(pageV1)
    const house = doors.prm('claire.house')

    const answer = await browser.post('/dataconnect/accepter', fields(next, [house]))

    expect(answer.status).toBe(302)
    expect(search(answer)).toMatchObject({ state: 's1', usage_point_id: house })
  })

  test('accepts on the page of 2026', async () => {
    const { doors, browser, next } = await atThePage(pageV2)

    const answer = await browser.post('/dataconnect/accepter', fields(next, [doors.prm('claire.flat')]))

    expect(location(answer)).toMatch(/\?autorisation_id=\d+&state=s1$/)
    expect(doors.consents()).toMatchObject([{ expiresAt: '2028-04-06T10:00:00.000Z' }])
  })

  test('refuses', async () => {
    const { doors, browser, next } = await atThePage(pageV1)

    const answer = await browser.post('/dataconnect/refuser', fields(next, []))

    expect(location(answer)).toBe(
      `${redirectUri}?code=403&error=access_denied&error_description=authorization_request_refused&state=s1`,
    )
    expect(doors.consents()).toEqual([])
  })

  test.each([
    [pageV1, [], 'Veuillez choisir au moins un compteur.'],
    [pageV2, ['claire.flat', 'claire.house'], 'Veuillez choisir un seul compteur'],
    [pageV2, ['paul.home'], 'rattaché à votre compte.'],
  ])('at %s who chooses %j is told, and stays', async (path, names, says) => {
    const { doors, browser, next } = await atThePage(path)

    const answer = await browser.post('/dataconnect/accepter', fields(next, names.map(doors.prm)))

    expect([answer.status, answer.headers.get('location')]).toEqual([200, null])
    expect(await answer.text()).toContain(says)
    expect(doors.consents()).toEqual([])
  })

  test('who shares again what is shared is told that it failed, and sent nowhere', async () => {
    const { doors, browser, next } = await atThePage(pageV2, consentedStreet)

    const answer = await browser.post('/dataconnect/accepter', fields(next, [doors.prm('claire.flat')]))

    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain('déjà partagées')
  })

  test('who has been away for half an hour logs in again', async () => {
    const { doors, browser, next } = await atThePage(pageV2)
    await doors.world.advance('PT30M')

    const answer = await browser.post('/dataconnect/accepter', fields(next, [doors.prm('claire.flat')]))

    expect(await answer.text()).toContain('name="password"')
    expect(doors.consents()).toEqual([])
  })

  test('who logs out is asked who they are', async () => {
    const { browser, next } = await atThePage(pageV2)

    const answer = await browser.post('/dataconnect/deconnexion', { next })

    expect(await answer.text()).toContain('name="password"')
  })

  test('takes a question mark in state along to the end', async () => {
    const next = `${asked(pageV2).replace('state=s1', 'state=what')}?now`
    const doors = await openDoors(street)
    const browser = browserAt(doors)

    await browser.post('/dataconnect/connexion', { next, ...enter })
    const answer = await browser.post('/dataconnect/accepter', fields(next, [doors.prm('claire.flat')]))

    expect(search(answer)).toMatchObject({ state: 'what?now' })
  })

  test('brings no line break of a form into a header', async () => {
    const doors = await openDoors(street)

    const left = await doors.submit('/dataconnect/deconnexion', { next: `${asked(pageV2)}\r\nset-cookie: mine=1` })

    expect([left.status, location(left)]).toEqual([303, `${asked(pageV2)}set-cookie:%20mine=1`])
  })

  test('cannot be sent from here to an address of somebody’s choice', async () => {
    const doors = await openDoors(street)

    const entered = await doors.submit('/dataconnect/connexion', { ...enter, next: 'https://example.com/' })
    const accepted = await doors.submit('/dataconnect/accepter', { next: 'https://example.com/' })

    expect(location(entered)).toBe('/dataconnect/partages')
    expect(accepted.status).toBe(404)
  })
})

describe('the page of shares', () => {
  const visit = async (told: Parameters<typeof openDoors>[0]) => {
    const doors = await openDoors(told)
    const browser = browserAt(doors)
    const shown = await browser.post('/dataconnect/connexion', { next: '/dataconnect/partages', ...enter })
    return { doors, browser, shown: await shown.text() }
  }

  test('shows what is shared, with whom and until when', async () => {
    const { doors, shown } = await visit(consentedStreet)

    expect(shown).toContain('<h2>ACME ENERGIE</h2>')
    expect(shown).toContain(`PRM ${doors.prm('claire.flat')}`)
    expect(shown).toContain('Depuis le 6 octobre 2026, jusqu’au 6 octobre 2027')
  })

  test('ends a share by its button', async () => {
    const { doors, browser } = await visit(consentedStreet)
    const [consent] = doors.consents()

    const answer = await browser.post('/dataconnect/partages/revoquer', { consent: consent?.id ?? '' })

    const shown = await answer.text()
    expect(shown).toContain('Le partage est arrêté.')
    expect(shown).toContain('Vous ne partagez aucune donnée.')
    expect(doors.consents()).toMatchObject([{ ended: { by: 'customer' } }])
  })

  test('does not end a share of somebody else', async () => {
    const { doors, browser } = await visit({
      customers: { ...street.customers, paul: { ...street.customers.paul, consented: true } },
    })

    const [consent] = doors.consents()
    const answer = await browser.post('/dataconnect/partages/revoquer', { consent: consent?.id ?? '' })

    expect(await answer.text()).toContain('Aucun partage en cours')
    expect(doors.consents()).toMatchObject([{ ended: null }])
  })

  test('is for those who have logged in', async () => {
    const doors = await openDoors(consentedStreet)

    expect(await (await doors.get('/dataconnect/partages')).text()).toContain('name="password"')
  })
})
