import { describe, expect, test } from 'vitest'
import { cases } from '../../../../conformance/checks/enedis-sge/cases.check.ts'
import { rehearsals } from '../../../../conformance/checks/enedis-sge/cases/rehearsals.ts'
import type { Words } from '../../../../conformance/client/index.ts'
import { judge, type Verdict } from '../../../../conformance/verdict.ts'
import { SentChronicle, type Entry, type EntryBody, type Exchange } from '../../../../src/index.ts'
import { entries, evidence, turn } from '../../../support/evidence.ts'

const requirement = {
  id: 'SGE-CASE-1',
  says: 'The client makes the case.',
  source: 'CATALOGUE',
  basis: 'observed',
  level: 'must',
} as const
const notEnough = 'Les critères renseignés ne sont pas suffisants.'
const criteria = { adresseInstallation: { numeroEtNomVoie: '1 RUE DE LA MER', codeInseeCommune: '84042' } }
const asked = { numeroEtNomVoie: '1 RUE DE LA MER', codeInseeCommune: '84042', rechercheHorsPerimetre: true }

const fault = (code: string, says: string) => `<tec:erreur><resultat code="${code}">${says}</resultat></tec:erreur>`
const data = (code: string, body = '') => `<resultat code="${code}">Succès</resultat>${body}`

type Called = { endpoint: string; path: string; decoded: unknown; status: number; text: string; sha256?: string }
const search: Called = {
  endpoint: 'points.search',
  path: '/RecherchePoint/v2.0',
  decoded: { criteres: { ...criteria, rechercheHorsPerimetre: true }, loginUtilisateur: 'acme@wattproof.example' },
  status: 500,
  text: fault('SGT4F7', notEnough),
}
const call = ({ endpoint, path, decoded, status, text, sha256 }: Called): EntryBody => ({
  kind: 'exchange',
  provider: 'enedis',
  endpoint,
  cited: null,
  caller: 'acme@wattproof.example',
  request: { method: 'POST', url: `https://sge-homologation-ws.enedis.fr${path}`, headers: [], body: null, decoded },
  response: { status, headers: [], body: { type: 'text/xml', text, length: text.length, ...(sha256 && { sha256 }) } },
  change: [],
})
const step = (args: Words): EntryBody => ({
  ...{ kind: 'step', door: 'client', action: 'case', args, by: 'scenario', outcome: 'done', change: [] },
})

/** A second of the client passes between two entries, unless somebody says otherwise. */
const timed = (list: readonly Entry[], msBetween = 20) =>
  list.map((entry) => ({ ...entry, real: { at: new Date(Date.UTC(2026, 2, 2) + entry.id * msBetween).toISOString() } }))

type Made = { calls: readonly EntryBody[]; asks?: Words; said?: Words; msBetween?: number }
/** What a case comes to by the calls of its turn. */
function verdictOn(id: string, { calls, asks = asked, said, msBetween }: Made): Verdict {
  const written = timed(entries(step({ case: id, service: 'rechercherPoint', ...asks }), ...calls), msBetween)
  const taken = { ...turn, ask: 'case' }
  const story = evidence({
    provider: 'enedis',
    journal: new SentChronicle(written),
    turns: [taken],
    ...(said && { said: [{ turn: taken, words: said }], speaks: true }),
  })
  const check = cases.find((one) => one.id === `enedis-sge/case/${id}`)!
  return judge(check, requirement, story)
}

describe('a case of the catalogue', () => {
  test('passes by the one call that it wants, which came to what it expects', () => {
    const verdict = verdictOn('RP-NR2', {
      calls: [call(search)],
      said: { outcomes: [{ case: 'RP-NR2', code: 'SGT4F7' }] },
    })

    expect(verdict).toMatchObject({ outcome: 'pass', says: 'rechercherPoint answered SGT4F7.', rests: [1, 2] })
  })

  test.each<[string, Made, string]>([
    ['is not called', { calls: [] }, 'The client did not call rechercherPoint.'],
    ['is called twice', { calls: [call(search), call(search)] }, 'The client called rechercherPoint 2 times.'],
    [
      'is made with another service',
      { calls: [call({ ...search, endpoint: 'readings.read', path: '/ConsultationMesures/v1.1' })] },
      'The client did not call rechercherPoint; the client called consulterMesures.',
    ],
    [
      'asks for something else',
      {
        calls: [call({ ...search, decoded: { criteres: { ...criteria, codePostal: '84160' } } })],
        asks: { ...asked, codePostal: '34650' },
      },
      'Asked with rechercheHorsPerimetre missing instead of true, codePostal 84160 instead of 34650.',
    ],
    [
      'comes to another code',
      { calls: [call({ ...search, text: fault('SGT4F8', 'Trop.') })] },
      `Expected SGT4F7 “${notEnough}”, got SGT4F8 “Trop.”.`,
    ],
    [
      'comes to other words',
      { calls: [call({ ...search, text: fault('SGT4F7', 'Non.') })] },
      `Expected SGT4F7 “${notEnough}”, got “Non.”.`,
    ],
    [
      'is read as something else',
      { calls: [call(search)], said: { outcomes: [{ case: 'RP-NR2', code: 'SGT200' }] } },
      'The client said SGT200, where SGT4F7 came.',
    ],
    [
      'is not told where others are',
      { calls: [call(search)], said: { outcomes: [{ case: 'RP-R1', code: 'SGT200' }] } },
      'The client did not say what RP-NR2 came to.',
    ],
    [
      'is made in a hurry',
      { calls: [call(search), call(search)], msBetween: 3 },
      'The client called rechercherPoint 2 times; called 0.3 s after the call before, where homologation takes one a second.',
    ],
  ])('fails where it %s, and says so', (_, made, says) => {
    expect(verdictOn('RP-NR2', made)).toMatchObject({ outcome: 'fail', says })
  })

  test('is not failed by a client that says nothing, or says other things', () => {
    expect(verdictOn('RP-NR2', { calls: [call(search)] }).outcome).toBe('pass')
    expect(verdictOn('RP-NR2', { calls: [call(search)], said: { days: [] } }).outcome).toBe('pass')
  })

  test('says what the reply lacks', () => {
    const one = { ...search, status: 200, text: data('SGT200', '<points><point id="25000000000134"></point></points>') }

    expect(verdictOn('RP-R2', { calls: [call(one)] }).outcome).toBe('pass')
    expect(verdictOn('RP-R3', { calls: [call(one)] })).toMatchObject({
      outcome: 'fail',
      says: 'Expected SGT200 with 2 points or more, got another reply.',
    })
  })

  test('is no verdict on a reply of which the journal has the beginning only', () => {
    const cut = { ...search, status: 200, text: data('SGT200'), sha256: 'b94d' }

    expect(verdictOn('RP-R2', { calls: [call(cut)] }).outcome).toBe('error')
  })

  test('takes a service that is active already for ordered', () => {
    const active = fault('SGT570', 'Le service demandé est déjà actif sur la période demandée.')
    const order = { ...search, endpoint: 'collection.order', path: '/CommandeCollectePublicationMesures/v3.0' }
    const asks = { pointId: '25884515170669', accord: true, mesuresCorrigees: false, dateDebut: '2022-03-15' }
    const accesMesures = { dateDebut: '2022-03-15+01:00', declarationAccordClient: { accord: true } }
    const decoded = { demande: { donneesGenerales: { pointId: '25884515170669' }, accesMesures } }

    const verdict = verdictOn('F300C_O2', { calls: [call({ ...order, decoded, text: active })], asks })

    expect(verdict).toMatchObject({ outcome: 'pass', says: 'commanderCollectePublicationMesures answered SGT570.' })
  })

  test('may be preceded by the search that tells which service is meant', () => {
    const found = {
      ...search,
      endpoint: 'services.search',
      path: '/RechercheServicesSouscritsMesures/v1.0',
      status: 200,
    }
    const stop = { ...search, endpoint: 'service.stop', path: '/CommandeArretServiceSouscritMesures/v1.0', status: 200 }
    const point = { pointId: '25884515170669' }
    const calls = [
      call({ ...found, decoded: { criteres: point }, text: data('SGT200') }),
      call({ ...stop, decoded: { demande: point }, text: data('SGT200', '<prestation><rang>1</rang></prestation>') }),
    ]

    expect(verdictOn('ASS-R1', { calls, asks: point }).outcome).toBe('pass')
  })
})

describe('a client that nobody asked', () => {
  const session = (...calls: EntryBody[]) =>
    evidence({
      scenario: { id: 'enedis/sge/homologation-22-1', title: 'Cases' },
      provider: 'enedis',
      journal: new SentChronicle(timed(entries(...calls))),
      turns: [{ ...turn, ask: 'session', id: 0 }],
    })
  const outcomes = (...calls: EntryBody[]) =>
    new Map(cases.map((check) => [check.id, judge(check, requirement, session(...calls)).outcome]))

  test('passes the cases that it made, and those alone', () => {
    const made = outcomes(call(search))

    expect([...made].filter(([, outcome]) => outcome !== 'skip')).toEqual([['enedis-sge/case/RP-NR2', 'pass']])
  })

  test('is judged by the last time that it made a case', () => {
    const refused = call({ ...search, text: fault('SGT504', 'Problème : utilisateur non trouvé') })

    expect(outcomes(refused, call(search)).get('enedis-sge/case/RP-NR2')).toBe('pass')
    expect(outcomes(call(search), refused).get('enedis-sge/case/RP-NR2')).toBe('fail')
  })
})

test('a case is shown by its call: when it was made, how long that took, and the code', () => {
  const [first] = rehearsals
  const written = timed(entries(call(search))) as Entry<Exchange>[]
  const made = evidence({
    scenario: { id: 'enedis/sge/homologation-22-1', title: 'Cases' },
    provider: 'enedis',
    journal: new SentChronicle(written.map((entry) => ({ ...entry, real: { ...entry.real, ms: 12.4 } }))),
  })

  expect(first?.called(made, 'RP-NR2')).toEqual({ at: '2026-03-02T14:00:00.000Z', ms: 12.4, code: 'SGT4F7' })
  expect(first?.called(made, 'RP-R1')).toBeUndefined()
})
