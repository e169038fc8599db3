import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { commandClient, moduleClient, servedClient, type ClientUnderTest } from '../../../conformance/client/index.ts'
import { shareMyDataClient } from '../../../conformance/clients/pge/index.ts'
import { Court } from '../../../conformance/court.ts'
import type { Evidence } from '../../../conformance/evidence.ts'
import { built, project } from '../../support/cli.ts'

type Day = {
  usagePoint: string
  day: string
  flow: string
  count: number
  hours: number
  quantity: number
  unit: string
}
type Words = {
  authorizations: { authorization: string; status: string; endsAt: string | null; because?: string }[]
  agreements: { usagePoint: string; authorization: string | null; kind: string }[]
  days: Day[]
  bills: { from: string; until: string; quantity: number; unit: string; amount: number | null; demand: number | null }[]
  decisions: { decision: string; because: string }[]
}

const court = new Court()
afterAll(() => court.close())

const good = () => moduleClient('good', shareMyDataClient())
const play = (story: string, client: ClientUnderTest = good()) => court.play(`pge/${story}`, 'pge', client)

/** What the client said last in each of its turns. */
const saidIn = ({ turns, said }: Evidence) =>
  turns.map((turn) => said.findLast((one) => one.turn === turn)?.words as unknown as Words)
const lastOf = (evidence: Evidence) => saidIn(evidence).at(-1) as Words
const exits = ({ turns }: Evidence) => turns.map(({ exit }) => exit)
const calls = ({ journal }: Evidence, name: string) => journal.calls(name).list()

describe('the good client of Share My Data', () => {
  test('meets a customer, and knows what was allowed, until when, and what was measured', async () => {
    const evidence = await play('first-authorization')

    const { authorizations, agreements, days } = lastOf(evidence)
    expect(exits(evidence)).toEqual([0, 0, 0, 0])
    expect(authorizations).toMatchObject([{ status: 'active', endsAt: '2027-03-03T08:00:00.000Z' }])
    expect(agreements.map(({ kind }) => kind).sort()).toEqual(['electricity', 'gas'])
    const electric = days.filter(({ unit }) => unit === 'Wh')
    expect(new Set(electric.map(({ count, hours }) => `${count} in ${hours}`))).toEqual(new Set(['24 in 24']))
    expect(days.filter(({ unit }) => unit === 'therms').map(({ count }) => count)).toContain(1)
  })

  test('keeps days of twenty-five and twenty-three hours whole', async () => {
    const [autumn, spring] = [await play('autumn-clock-change'), await play('spring-clock-change')]

    const hourly = (evidence: Evidence, day: string) =>
      lastOf(evidence).days.filter((one) => one.day === day && one.unit === 'Wh' && one.count < 30)
    expect(hourly(autumn, '2026-11-01')).toMatchObject([{ count: 25, hours: 25 }])
    expect(hourly(spring, '2026-03-08')).toMatchObject([{ count: 23, hours: 23 }])
  })

  test('knows what a roof gave back from what was used', async () => {
    const evidence = await play('solar')

    const flows = new Map(lastOf(evidence).days.map(({ flow, quantity }) => [flow, quantity]))
    expect([...flows.keys()].sort()).toEqual(['delivered', 'received'])
    expect(flows.get('received')).toBeGreaterThan(0)
  })

  test('reads what a correction changed in place of what it had', async () => {
    const evidence = await play('estimated-then-corrected')

    const of28 = saidIn(evidence).map(({ days }) => days.find(({ day }) => day === '2026-02-28'))
    expect(of28.map((day) => day?.count)).toEqual([24, 24, 24])
    expect(of28[1]?.quantity).not.toBe(of28[0]?.quantity)
  })

  test('refreshes once when a token dies in the middle, and asks once more for what was refused', async () => {
    const evidence = await play('token-expired')

    const refused = evidence.journal.calls().refused('tokenExpired').list()
    const after = evidence.journal.calls().after(refused[0]!).list()
    expect(refused).toHaveLength(1)
    expect(after.slice(0, 2).map(({ endpoint }) => endpoint)).toEqual(['token.create', 'usagePoint.batch'])
  })

  test('says that a customer must authorize it again when its tokens were lost, and goes on once they have', async () => {
    const evidence = await play('tokens-lost')

    const said = saidIn(evidence)
    expect(said[1]?.decisions).toMatchObject([{ decision: 'authorization needed' }])
    expect(said[3]?.authorizations.map(({ status }) => status)).toEqual(['ended', 'active'])
    expect(said[3]?.days.length).toBeGreaterThan(0)
  })

  test('passes the tests of its registration where they are, and leaves them for good', async () => {
    const evidence = await play('registration-tests')

    const test = [...calls(evidence, 'testToken.create'), ...calls(evidence, 'testAuthorize.open')]
    const read = calls(evidence, 'usagePoint.batch')
    expect(test).toHaveLength(3)
    expect(read.length).toBeGreaterThan(0)
    expect(Math.max(...test.map(({ id }) => id))).toBeLessThan(Math.min(...read.map(({ id }) => id)))
  })

  test('stops at the end of an authorization, and stays with the others', async () => {
    const evidence = await play('cancelled')

    const standing = saidIn(evidence).map(({ authorizations }) => authorizations.map(({ status }) => status).join())
    expect(standing.slice(1)).toEqual(['active,active', 'active,active', 'ended,active', 'ended,active'])
  })

  test('shows its next certificate only when the first is refused, and stays with what was taken', async () => {
    const evidence = await play('certificate-renewed')

    expect(evidence.journal.calls().refused('certificateInvalid').count()).toBe(1)
    expect(exits(evidence)).toEqual([0, 0, 0, 0])
  })

  test('stays below a call a second', async () => {
    const evidence = await play('rate-limited')

    expect(evidence.journal.calls().count()).toBeGreaterThan(8)
    expect(evidence.journal.calls().refused('tooManyRequests').count()).toBe(0)
  })

  test('takes nothing from a browser that it has not sent out', async () => {
    const { asks, stop } = shareMyDataClient()
    const statuses: number[] = []
    const client = moduleClient('visited', {
      asks: {
        ...asks,
        sync: async (context) => {
          await asks['sync']?.(context)
          const stranger = await fetch(`${context.env['WATTPROOF_CLIENT_URL']}/callback?code=stolen&state=guessed`)
          statuses.push(stranger.status)
        },
      },
      ...(stop && { stop }),
    })

    const evidence = await play('guest-authorizes', client)

    expect(statuses).toEqual([400, 400])
    expect(evidence.journal.calls('token.create').refused('codeInvalid').count()).toBe(0)
  })

  test('answers a notice at once, and fetches nothing from where its tokens do not belong', async () => {
    const { asks, stop } = shareMyDataClient()
    const statuses: number[] = []
    const client = moduleClient('lured', {
      asks: {
        ...asks,
        serve: async (context) => {
          await asks['serve']?.(context)
          const own = context.env['WATTPROOF_CLIENT_URL'] ?? ''
          const body = `<BatchList><resources>${own}/Batch/Bulk/1?correlationID=1</resources></BatchList>`
          statuses.push((await fetch(`${own}/notify`, { method: 'POST', body })).status)
        },
      },
      ...(stop && { stop }),
    })

    const evidence = await play('notice-early', client)

    expect(statuses).toEqual([200])
    expect(exits(evidence)).toEqual([0, 0])
    expect(lastOf(evidence).decisions).toEqual([])
  })
})

describe('the same client as a command', () => {
  const command = `"${process.execPath}" "${join(project, 'dist/pge-client.js')}"`
  beforeAll(() => built)

  test.each([
    ['asked once at a time', commandClient(command)],
    ['that stays', servedClient(`${command} --serve`)],
  ])('%s comes to the same conclusions', async (_, client) => {
    const evidence = await play('started-at-pge', client)

    const { authorizations, agreements, days } = lastOf(evidence)
    expect(exits(evidence)).toEqual([0, 0, 0, 0])
    expect(authorizations).toHaveLength(1)
    expect(agreements).toHaveLength(2)
    expect(days.length).toBeGreaterThan(5)
    expect(evidence.clock).toBe('shifted')
  })

  test('hears of packages while it stays', async () => {
    const evidence = await play('notice-early', servedClient(`${command} --serve`))

    const fetched = calls(evidence, 'batch.bulk').filter(({ request }) => request.url.includes('correlationID'))
    expect(fetched).toHaveLength(1)
  })

  test('says what it knows when it is asked what it does not know', async () => {
    const answered = await commandClient(command).ask({ ask: 'dance', env: {} })

    expect(answered).toMatchObject({ exit: 2 })
    expect(answered.output).toMatch(/^This client does not know the ask "dance"\. It knows sync, /)
  })
})
