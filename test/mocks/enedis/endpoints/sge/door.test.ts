import { parse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { sgeServices, type SgeServiceName } from '../../../../../mocks/enedis/model/index.ts'
import { room } from '../../../../../mocks/enedis/room.ts'
import { faultSchema } from '../../../../../src/contract/fault.ts'
import { ExchangeInProgress } from '../../../../../src/sandbox/exchange.ts'
import { encodeRequest } from '../../../../../src/toolbox/soap/index.ts'
import { login, openSge, requestOf, serviceNamed, type Sge } from '../../../../support/enedis-sge.ts'

const services = Object.keys(sgeServices) as SgeServiceName[]
const plain = services.filter((name) => !/^commande(Historique|Mesures|Informations)/.test(name))

/** The next call of a service is refused. */
function arm({ world }: Sge, name: SgeServiceName, refusal: string): void {
  const fault = { on: `${name}.probe`, provider: 'enedis', kind: 'refusal', refusal, times: 1 }
  world.faults.arm(parse(faultSchema, fault))
}

test.each(services)('%s answers a user whom Enedis knows', async (name) => {
  const sge = await openSge()

  const { status, text } = await sge.ask(name)

  expect(status).toBe(200)
  expect(text).toContain(`:${serviceNamed(name).reply.name}`)
  expect(text.includes('<resultat code="SGT200">Succès</resultat>')).toBe(serviceNamed(name).replyHeader !== null)
  expect(sge.lastExchange()).toMatchObject({ caller: login, request: { decoded: requestOf(name) } })
})

test('a reply tells again what the request said of itself', async () => {
  const sge = await openSge()
  const header = {
    version: '1.0',
    infoFonctionnelles: { pointId: '25946599093143' },
    infoDemandeur: { loginDemandeur: login, referenceDemandeur: 'mine' },
  }
  const service = serviceNamed('recherchePoint')

  const answer = await sge.call(
    'POST',
    service.path,
    encodeRequest(service, { body: requestOf('recherchePoint'), header }),
  )

  const text = await answer.text()
  expect(text).toContain('<infoFonctionnelles><pointId>25946599093143</pointId></infoFonctionnelles>')
  expect(text).toContain('<referenceDemandeur>mine</referenceDemandeur>')
})

test('the order of a history always names point, user and order in its header, by the older dictionary', async () => {
  const sge = await openSge()

  const { text } = await sge.ask('commandeHistorique')

  const { demande } = requestOf('commandeHistorique') as { demande: { donneesGenerales: { pointId: string } } }
  expect(text).toMatch(/:acquittementP xmlns:\w+="http:\/\/www\.erdf\.fr\/sge\/b2b\/dictionnaire/)
  expect(text).toContain(`<pointId>${demande.donneesGenerales.pointId}</pointId>`)
  expect(text).toContain(`<loginDemandeur>${login}</loginDemandeur>`)
})

describe('a refusal', () => {
  test.each(plain)('of %s is a fault whose detail holds the code first', async (name) => {
    const sge = await openSge()

    const { status, code, says, text } = await sge.ask(name, requestOf(name, { login: 'nobody@example.com' }))

    expect([status, code, says]).toEqual([500, 'SGT504', 'Problème : utilisateur non trouvé'])
    expect(text).toContain('<faultcode>soap:Server</faultcode>')
    expect(text).toMatch(
      /<detail><tec:erreur xmlns:tec="http:\/\/www\.enedis\.fr\/sge\/b2b\/technique\/v1\.0"><resultat/,
    )
  })

  test('of the order of a history speaks the older dictionary', async () => {
    const sge = await openSge()

    const { text } = await sge.ask(
      'commandeHistorique',
      requestOf('commandeHistorique', { login: 'nobody@example.com' }),
    )

    expect(text).toMatch(/<detail><dic:erreur xmlns:dic="http:\/\/www\.erdf\.fr[^"]*"><resultat code="SGT504">/)
  })

  test.each([
    ['commandeMesuresFines', 'MFI'],
    ['commandeMesuresFacturantes', 'MFA'],
    ['commandeInformationsTechniques', 'ITC'],
  ] as const)('of %s is a fault without detail', async (name, letters) => {
    const sge = await openSge()

    const technical = await sge.ask(name, requestOf(name, { login: 'nobody@example.com' }))
    const functional = await sge.ask(name, requestOf(name, { contract: '7' }))

    expect(technical.text).toContain(
      `<faultcode>soap:Server</faultcode><faultstring>Erreur Technique ${letters}</faultstring></soap:Fault>`,
    )
    expect(functional.text).toContain(`<faultstring>Erreur Fonctionnelle ${letters} : SGT471 Le contrat saisi`)
  })

  test('of M023 has a detail where a switch says so', async () => {
    const sge = await openSge({}, { dialect: { m023Fault: 'detail' } })

    const { code } = await sge.ask('commandeMesuresFines', requestOf('commandeMesuresFines', { contract: '7' }))

    expect(code).toBe('SGT471')
  })

  test.each([
    ['sendAsIs', 'SGT4F10'],
    ['truncate', 'SGT4F1'],
  ])('with a code of seven characters: %s', async (longCode, expected) => {
    const sge = await openSge({}, { dialect: { longCode } })
    arm(sge, 'recherchePoint', 'sgeNameTooShort')

    const { code } = await sge.ask('recherchePoint')

    expect(code).toBe(expected)
  })

  test('that is another of Enedis, armed for a service, is told as a technical error', async () => {
    const sge = await openSge()
    arm(sge, 'recherchePoint', 'tokenInvalid')

    expect(await sge.ask('recherchePoint')).toMatchObject({ status: 500, code: 'SGT500' })
  })

  test('can be each of the return codes, in every form of fault', async () => {
    const sge = await openSge()
    const codes = Object.entries(room.refusals).filter(([name, { code }]) => name.startsWith('sge') && code)

    for (const [refusal, { code }] of codes) {
      for (const name of ['recherchePoint', 'commandeHistorique'] as const) {
        arm(sge, name, refusal)
        const wanted = name === 'commandeHistorique' && code?.length === 7 ? code.slice(0, 6) : code
        expect([refusal, name, (await sge.ask(name)).code]).toEqual([refusal, name, wanted])
      }
    }

    expect(codes.length).toBeGreaterThan(90)
  })
})

describe('a request', () => {
  const path = serviceNamed('recherchePoint').path
  const good = () => encodeRequest(serviceNamed('recherchePoint'), { body: requestOf('recherchePoint') })

  test.each([
    ['is no XML', '{"criteres": {}}', /line 1/],
    ['is empty', '', /./],
    ['has a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /document type/],
    ['is no envelope', '<criteres/>', /Envelope/],
    ['is for another service', good().replaceAll('rechercherPoint', 'rechercherPoints'), /not the request/],
    ['lacks a login', good().replace(/<loginUtilisateur>.*<\/loginUtilisateur>/, ''), /loginUtilisateur/],
  ])('that %s is malformed, and the journal says why', async (_, body, why) => {
    const sge = await openSge()

    const answer = await sge.call('POST', path, body)

    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('code="SGT562">Problème : le message de demande est malformé<')
    expect(sge.findings()).toMatchObject([{ finding: 'request-malformed', says: expect.stringMatching(why) as string }])
  })

  test.each(['text/xml', 'application/soap+xml; charset=utf-8'])('announced as %s is read', async (type) => {
    const sge = await openSge()

    const answer = await sge.call('POST', path, good(), { headers: { 'content-type': type } })

    expect(answer.status).toBe(200)
  })

  test('announced as something else is malformed', async () => {
    const sge = await openSge()

    const answer = await sge.call('POST', path, good(), { headers: { 'content-type': 'application/json' } })

    expect(answer.status).toBe(500)
    expect(sge.findings()).toMatchObject([{ says: expect.stringContaining('application/json') as string }])
  })

  test('with HTTP Basic beside its certificate is read, and its secret not kept', async () => {
    const sge = await openSge()
    const authorization = `Basic ${Buffer.from(`${login}:very secret`).toString('base64')}`

    const { status } = await sge.ask('recherchePoint', undefined, { headers: { authorization } })

    expect(status).toBe(200)
    expect(JSON.stringify(sge.lastExchange())).not.toContain(authorization)
  })
})

describe('an address', () => {
  test.each(services)('of %s describes it, by any spelling of ?wsdl', async (name) => {
    const sge = await openSge()
    const { path, operation } = serviceNamed(name)

    const [first, second] = [await sge.call('GET', `${path}?wsdl`), await sge.call('GET', `${path}?WSDL`)]

    const text = await first.text()
    expect(text).toContain(`<soap:address location="http://localhost:4703${path}"`)
    expect(text).toContain(`<wsdl:operation name="${operation}">`)
    expect(await second.text()).toBe(text)
  })

  test('tells of nothing else when it is only looked at', async () => {
    const sge = await openSge()

    const answer = await sge.call('GET', serviceNamed('recherchePoint').path)

    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })

  test.each([
    ['GET', '/'],
    ['POST', '/RecherchePoint/v3.0'],
    ['POST', '/oauth2/v3/token'],
  ])('that SGE does not have is not found: %s %s', async (method, path) => {
    const sge = await openSge()

    const answer = await sge.call(method, path, method === 'POST' ? 'grant_type=client_credentials' : undefined)

    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html'])
  })
})

test('is none of Data Connect’s: at its ports the services are not there', async () => {
  const { world, open } = await openSge()
  const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: 'localhost' }
  const [first] = open.card.surfaces

  const request = new Request(`http://localhost:4702${serviceNamed('recherchePoint').path}`, { method: 'POST' })
  const answer = await open.mounted(request, new ExchangeInProgress(world, open, peer, null, [first]))

  expect(answer.status).toBe(404)
})
