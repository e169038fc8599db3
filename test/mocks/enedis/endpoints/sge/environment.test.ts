import { describe, expect, test } from 'vitest'
import { isOpen } from '../../../../../mocks/enedis/domain/sge/platform/environment.ts'
import { homologationHost, openSge, productionHost, requestOf, type Told } from '../../../../support/enedis-sge.ts'

const inHomologation = { sge: { environment: 'homologation' } } satisfies Told
const night = '2026-10-06T20:00:00.000Z'

describe('homologation', () => {
  test.each([
    ['a Tuesday at 8:59', '2026-10-06T06:59:59.999Z', false],
    ['a Tuesday at 9:00', '2026-10-06T07:00:00.000Z', true],
    ['a Tuesday at noon', '2026-10-06T10:00:00.000Z', false],
    ['a Tuesday at 13:59', '2026-10-06T11:59:00.000Z', false],
    ['a Tuesday at 14:00', '2026-10-06T12:00:00.000Z', true],
    ['a Tuesday at 18:00', '2026-10-06T16:00:00.000Z', false],
    ['a Tuesday in winter at 9:00', '2026-12-01T08:00:00.000Z', true],
    ['a Saturday', '2026-10-10T08:00:00.000Z', false],
    ['a Sunday', '2026-10-11T08:00:00.000Z', false],
    ['Easter Monday', '2026-04-06T08:00:00.000Z', false],
    ['Ascension Day', '2026-05-14T08:00:00.000Z', false],
    ['Armistice Day', '2026-11-11T09:00:00.000Z', false],
  ])('on %s', async (_, now, open) => {
    const { state } = await openSge(inHomologation)

    expect(state((known) => isOpen(known, 'homologation', now))).toBe(open)
    expect(state((known) => isOpen(known, 'production', now))).toBe(true)
  })

  test('is open in its sessions alone, where a story names them', async () => {
    const sessions = [{ from: '2026-10-05', until: '2026-10-09' }]
    const { state } = await openSge({ sge: { ...inHomologation.sge, sessions } })
    const at = (now: string) => state((known) => isOpen(known, 'homologation', now))

    expect([at('2026-10-09T08:00:00.000Z'), at('2026-10-12T08:00:00.000Z')]).toEqual([true, false])
  })

  test('answers a gateway’s page outside its hours, and nothing is even read', async () => {
    const sge = await openSge(inHomologation, { start: night })

    const { status, text } = await sge.ask('recherchePoint', requestOf('recherchePoint', { login: 'who@example.com' }))

    expect([status, text]).toEqual([503, expect.stringContaining('<h1>Service Unavailable</h1>')])
    expect(sge.lastExchange()?.refusal).toMatchObject({ refusal: 'sgeClosedPage', basis: 'inferred' })
  })

  test('or says SGT506 where a switch has it so', async () => {
    const sge = await openSge(inHomologation, { start: night, dialect: { closedHours: 'sgt506' } })

    expect(await sge.ask('recherchePoint')).toMatchObject({ status: 500, code: 'SGT506' })
  })

  test('describes its services by night as well', async () => {
    const sge = await openSge(inHomologation, { start: night })

    expect((await sge.call('GET', '/RecherchePoint/v2.0?wsdl')).status).toBe(200)
  })
})

describe('a host name', () => {
  test('of production leads there whatever the story says', async () => {
    const sge = await openSge(inHomologation, { start: night })

    expect((await sge.ask('recherchePoint', undefined, { host: productionHost })).code).toBe('SGT200')
  })

  test('of homologation leads there whatever the story says', async () => {
    const sge = await openSge({}, { start: night })

    expect((await sge.ask('recherchePoint', undefined, { host: homologationHost })).status).toBe(503)
  })

  test.each([
    ['both', 200, 200],
    ['ws', 200, 404],
    ['b2b', 404, 200],
  ])('of before 2024 answers or not: %s', async (sgeHost, ws, b2b) => {
    const sge = await openSge({}, { dialect: { sgeHost } })

    const asked = ['http://sge-ws.enedis.fr', 'http://sge-b2b.enedis.fr'].map(async (host) => {
      return (await sge.ask('recherchePoint', undefined, { host })).status
    })

    expect(await Promise.all(asked)).toEqual([ws, b2b])
  })
})

describe('one call a second', () => {
  const twice = async (told: Told, mode?: 'enforce') => {
    const sge = await openSge(told)
    if (mode) await sge.world.setLimit('enedis', 'sgePerSecond', { mode })
    const codes = [(await sge.ask('recherchePoint')).code, (await sge.ask('commandeCollecte')).code]
    return { codes, findings: sge.findings().map(({ finding }) => finding) }
  }

  test('is what homologation allows: more is written down', async () => {
    expect(await twice(inHomologation)).toEqual({ codes: ['SGT200', 'SGT200'], findings: ['limit-passed'] })
  })

  test('or refused, where the story says so', async () => {
    expect((await twice(inHomologation, 'enforce')).codes).toEqual(['SGT200', 'SGT506'])
  })

  test('does not hold in production', async () => {
    expect(await twice({}, 'enforce')).toEqual({ codes: ['SGT200', 'SGT200'], findings: [] })
  })
})
