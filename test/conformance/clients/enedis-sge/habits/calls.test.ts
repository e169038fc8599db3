import { describe, expect, test } from 'vitest'
import { NotNow, Refused } from '../../../../../conformance/clients/enedis-sge/trouble.ts'
import { habits, rememberingRun, usagePoint } from './run.ts'

const at = (now: string, environment: 'production' | 'homologation' = 'homologation') =>
  rememberingRun({ setting: { now, environment } })

describe('homologation is open', () => {
  test.each([
    ['a Monday at nine', '2026-11-23T08:00:00Z', true],
    ['before noon', '2026-11-23T10:59:59Z', true],
    ['at noon', '2026-11-23T11:00:00Z', false],
    ['in the afternoon', '2026-11-23T13:00:00Z', true],
    ['in the evening', '2026-11-23T17:00:00Z', false],
    ['a summer morning, which is earlier in UTC', '2026-07-13T07:30:00Z', true],
    ['a Saturday', '2026-11-21T09:00:00Z', false],
    ['a public holiday', '2026-11-11T09:00:00Z', false],
  ])('%s: %s is %s', (_, now, open) => {
    expect(habits.isOpen(at(now))).toBe(open)
  })

  test('and outside its hours nobody is called', async () => {
    const run = at('2026-11-21T09:00:00Z')

    await expect(habits.call(run, 'rechercherPoint', {})).rejects.toThrow(NotNow)

    expect(run.called).toEqual([])
  })

  test('while production always is', () => {
    expect(habits.isOpen(at('2026-11-21T03:00:00Z', 'production'))).toBe(true)
  })
})

describe('an order', () => {
  const words = { pointId: usagePoint, mesuresTypeCode: 'CDC' }

  test('is not sent again for half an hour, whatever came of it', async () => {
    const refused = new Refused('x', { code: 'SGT589', text: 'not now' })
    const run = rememberingRun({
      answer: () => {
        throw refused
      },
    })
    const order = () => habits.call(run, 'commanderCollectePublicationMesures', words)
    await expect(order()).rejects.toBe(refused)

    await expect(order()).rejects.toThrow(/was ordered at 2026-10-06T08:00:00.000Z/)

    run.setting.now = '2026-10-06T08:30:00.000Z'
    await expect(order()).rejects.toBe(refused)
    expect(run.called).toHaveLength(2)
  })

  test('in other words is another one, and a search is none', async () => {
    const run = rememberingRun()

    await habits.call(run, 'commanderCollectePublicationMesures', words)
    await habits.call(run, 'commanderCollectePublicationMesures', { ...words, mesuresTypeCode: 'IDX' })
    await habits.call(run, 'rechercherPoint', {})
    await habits.call(run, 'rechercherPoint', {})

    expect(run.called).toHaveLength(4)
  })

  test('of what is active already has come to what was wanted', async () => {
    const text = 'Le service demandé est déjà actif sur la période demandée.'
    const run = rememberingRun({
      answer: () => {
        throw new Refused('x', { code: 'SGT570', text })
      },
    })

    const answer = await habits.call(run, 'commanderCollectePublicationMesures', words)

    expect(answer).toEqual({ code: 'SGT570', text, body: {} })
  })
})

test('each call says who calls, in the word of its service', async () => {
  const run = rememberingRun()

  await habits.call(run, 'consulterMesures', { pointId: usagePoint })

  expect(run.called[0]?.words).toMatchObject({ loginDemandeur: 'acme@wattproof.example', contratId: '1111111' })
})
