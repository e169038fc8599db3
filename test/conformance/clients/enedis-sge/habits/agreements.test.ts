import { describe, expect, test } from 'vitest'
import type { Run } from '../../../../../conformance/clients/enedis-sge/run.ts'
import { Refused } from '../../../../../conformance/clients/enedis-sge/trouble.ts'
import { habits, rememberingRun, usagePoint, type Called } from './run.ts'

const told = { usagePoint, client: { nom: 'Moreau', prenom: 'Claire' }, until: '2026-12-31', of: ['CDC'] }
const service = (id: string, etatCode: string, code = 'TRANSREC') => ({
  ...{
    serviceSouscritId: id,
    pointId: usagePoint,
    etatCode,
    mesuresTypeCode: 'CDC',
    soutirage: true,
    injection: false,
  },
  serviceSouscritType: { attributes: { code } },
})

/** SGE, which knows the point as a home and lists these services on it. */
function provider(services: object[] = []): (called: Called) => { body?: unknown } {
  return ({ operation }) => {
    if (operation === 'consulterDonneesTechniquesContractuelles')
      return { body: { point: { donneesGenerales: { segment: { attributes: { code: 'C5' } } } } } }
    if (operation === 'rechercherServicesSouscritsMesures')
      return { body: { servicesSouscritsMesures: { serviceSouscritMesures: services } } }
    return { body: { serviceSouscritId: '40000001', affaireId: 'A0100001' } }
  }
}

const operations = ({ called }: { called: Called[] }) => called.map(({ operation }) => operation)
const ask = (run: Run, what: 'subscribe' | 'unsubscribe' | 'history' | 'sync' | 'order') =>
  habits.attempt(run, habits[what])

describe('a customer who agrees', () => {
  test('has their curve collected at once, from today, for no longer than they agree', async () => {
    const run = rememberingRun({ setting: { told }, answer: provider() })

    await ask(run, 'subscribe')

    expect(operations(run)).toEqual(['consulterDonneesTechniquesContractuelles', 'commanderCollectePublicationMesures'])
    expect(run.called[1]?.words).toMatchObject({
      ...{ dateDebut: '2026-10-06', dateFin: '2026-12-31', mesuresPas: 'PT30M', mesuresTypeCode: 'CDC' },
      declarationAccordClient: { accord: true, personnePhysique: { nom: 'Moreau', prenom: 'Claire' } },
    })
    expect(run.memory.services).toMatchObject({ '40000001': { state: 'asked', of: 'CDC' } })
  })

  test('whose curve is collected already has its number looked up', async () => {
    const list = provider([service('40000009', 'ACTIF')])
    const run = rememberingRun({
      setting: { told },
      answer: (called) => {
        if (called.operation === 'commanderCollectePublicationMesures')
          throw new Refused('x', { code: 'SGT570', text: '' })
        return list(called)
      },
    })

    await ask(run, 'subscribe')

    expect(run.memory.services).toMatchObject({ '40000009': { state: 'active' } })
  })

  test('is asked for nothing once their agreement is over: what runs has ended with it, or is stopped', async () => {
    const run = rememberingRun({ setting: { told }, answer: provider([service('40000001', 'ACTIF')]) })
    await ask(run, 'subscribe')
    run.called.length = 0
    run.setting.now = '2027-01-01T08:00:00.000Z'

    await ask(run, 'sync')
    expect(operations(run)).toEqual([])
    const ordered = run.memory.services['40000001']
    if (ordered) ordered.until = '2027-10-05'
    await ask(run, 'sync')

    expect(operations(run)).toEqual([
      ...['rechercherServicesSouscritsMesures', 'rechercherServicesAccesDonnees'],
      'commanderArretServiceSouscritMesures',
    ])
  })

  test('whose service ends before its time may have left: nothing more is asked of what may be theirs no more', async () => {
    const listed = { ...service('40000001', 'TERMINE'), dateFin: '2026-10-09' }
    const list = provider([listed])
    const run = rememberingRun({
      setting: { told },
      answer: (called) => {
        if (called.operation === 'consulterMesuresDetailleesV3') throw new Refused('x', { code: 'SGT4L9', text: '' })
        return list(called)
      },
    })
    await ask(run, 'subscribe')
    Object.assign(run.memory.services['40000001'] ?? {}, { state: 'active' })

    run.setting.now = '2026-10-10T08:00:00.000Z'
    run.called.length = 0
    await ask(run, 'sync')
    await ask(run, 'sync')

    expect(operations(run)).toEqual(['consulterMesuresDetailleesV3', 'rechercherServicesSouscritsMesures'])
    expect(run.memory.decisions).toMatchObject([{ decision: 'agreement in doubt: ask the customer', usagePoint }])
  })

  test('to another year has renewed what can be: two curves of one time cannot', async () => {
    const both = { ...told, of: ['CDC', 'IDX'], until: '2026-10-12' }
    let next = 1
    const list = provider()
    const run = rememberingRun({
      setting: { told: both },
      answer: (called) =>
        called.operation === 'commanderCollectePublicationMesures'
          ? { body: { serviceSouscritId: `4000000${called.words['mesuresTypeCode'] === 'IDX' ? 2 : next++}` } }
          : list(called),
    })
    await ask(run, 'subscribe')
    run.called.length = 0

    run.setting.now = '2026-10-09T08:00:00.000Z'
    run.setting.told = { ...both, until: '2027-08-31' }
    await ask(run, 'subscribe')

    expect(run.called.map(({ words }) => [words['mesuresTypeCode'], words['dateFin']])).toEqual([['IDX', '2027-08-31']])
    expect(run.memory.services).toMatchObject({
      '40000001': { until: '2026-10-12' },
      '40000002': { until: '2027-08-31' },
    })
  })
})

describe('a customer who leaves', () => {
  test('has everything stopped that is listed or remembered, and no objection of theirs is taken for ours', async () => {
    const listed = [
      service('1', 'ACTIF'),
      service('2', 'DEMANDE', 'CCDC'),
      service('3', 'TERMINE'),
      service('4', 'ACTIF', 'OPPENR'),
    ]
    const run = rememberingRun({ setting: { told }, answer: provider(listed) })
    await ask(run, 'subscribe')

    await ask(run, 'unsubscribe')

    const stopped = run.called.filter(({ operation }) => operation === 'commanderArretServiceSouscritMesures')
    expect(stopped.map(({ words }) => words['serviceSouscritId'])).toEqual(['1', '2', '40000001'])
    expect(habits.agreedPoints(run)).toEqual([])
  })
})

describe('a history', () => {
  const history = { usagePoint, from: '2026-07-01', until: '2026-10-01', of: 'CDC' }

  test('is ordered after collection', async () => {
    const run = rememberingRun({ setting: { told }, answer: provider() })
    run.memory.agreements[usagePoint] = habits.agreementIn(told, '2026-10-06')
    run.setting.told = history

    await ask(run, 'history')

    expect(operations(run)).toEqual([
      ...['consulterDonneesTechniquesContractuelles', 'commanderCollectePublicationMesures'],
      'commanderTransmissionHistoriqueMesures',
    ])
    expect(run.memory.orders).toMatchObject({ A0100001: { state: 'awaited' } })
  })

  test('of somebody who has not agreed is not ordered, and a person is told', async () => {
    const run = rememberingRun({ setting: { told: history }, answer: provider() })

    await ask(run, 'history')

    expect(run.called).toEqual([])
    expect(run.memory.decisions).toMatchObject([{ decision: 'no agreement' }])
  })
})

test('an order of many points leaves out those whose customers have not agreed', async () => {
  const run = rememberingRun({ answer: provider() })
  run.memory.agreements[usagePoint] = habits.agreementIn(told, '2026-10-06')
  run.setting.told = {
    usagePoints: [usagePoint, '30001610071843'],
    of: 'COURBES',
    from: '2026-07-01',
    until: '2026-08-01',
  }

  await ask(run, 'order')

  expect(run.called[0]?.words).toMatchObject({ pointIds: { pointId: [usagePoint] }, cadreAcces: 'ACCORD_CLIENT' })
  expect(run.memory.decisions).toMatchObject([{ decision: 'no agreement', usagePoint: '30001610071843' }])
})
