import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { join } from 'node:path'
import { commandClient, moduleClient, servedClient, type ClientUnderTest } from '../../../conformance/client/index.ts'
import { dataConnectClient } from '../../../conformance/clients/enedis-data-connect/index.ts'
import { NoAnswer } from '../../../conformance/clients/enedis-data-connect/trouble.ts'
import { Court } from '../../../conformance/court.ts'
import type { Evidence, Turn } from '../../../conformance/evidence.ts'
import { built, project } from '../../support/cli.ts'

type Day = { usagePoint: string; day: string; direction: string; wh: number; points?: number; from: 'daily' | 'curve' }
type Words = {
  consents: { autorisation?: string; usagePoint: string | null; status: string; because?: string }[]
  usagePoints: { usagePoint: string; consumption: boolean; production: boolean }[]
  days: Day[]
  peaks: { day: string; va: number }[]
  contracts: { segment: string; powerKva: number | null }[]
  decisions: { decision: string; because: string; usagePoint?: string }[]
}

const court = new Court()
afterAll(() => court.close())

const good = () => moduleClient('good', dataConnectClient())
const play = (story: string, client: ClientUnderTest = good()) =>
  court.play(`enedis/data-connect/${story}`, 'enedis', client)

/** What the client said last in each of its turns. */
const saidIn = ({ turns, said }: Evidence) =>
  turns.map((turn) => said.findLast((one) => one.turn === turn)?.words as unknown as Words)
const lastOf = (evidence: Evidence) => saidIn(evidence).at(-1) as Words
const exits = ({ turns }: Evidence) => turns.map(({ exit }) => exit)
const callsIn = ({ journal }: Evidence, turn: Turn | undefined) =>
  journal
    .calls()
    .list()
    .filter(({ id }) => turn !== undefined && id > turn.id && id <= turn.until)
const namesIn = (evidence: Evidence, turn: Turn | undefined) => callsIn(evidence, turn).map(({ endpoint }) => endpoint)
const decisionsIn = (evidence: Evidence) =>
  saidIn(evidence).map(({ decisions }) => decisions.map(({ decision }) => decision))
const standingIn = (evidence: Evidence) =>
  saidIn(evidence).map(({ consents }) => consents.map(({ status }) => status).join())

describe('the good client of Data Connect', () => {
  test('takes an authorisation without a code, and exchanges it before it asks for data', async () => {
    const evidence = await play('first-consent')

    const [, authorize, sync] = evidence.turns
    const { consents, days, peaks, contracts } = lastOf(evidence)
    expect(exits(evidence)).toEqual([0, 0, 0, 0])
    expect(namesIn(evidence, authorize)).toEqual(['consentPage.open', 'token.create', 'subscribedServices.list'])
    expect(namesIn(evidence, sync)[0]).toBe('consommationQuotidienne.read')
    expect(consents).toMatchObject([{ autorisation: expect.any(String) as string, status: 'active' }])
    expect(days.length).toBeGreaterThan(60)
    expect(peaks.length).toBeGreaterThan(30)
    expect(contracts).toMatchObject([{ segment: 'C5', powerKva: 9 }])
  })

  test('comes to the same energy by the curve and by the day, on long, short and mixed days', async () => {
    for (const story of ['autumn-clock-change', 'spring-clock-change', 'step-change', 'large-customer']) {
      const { days } = lastOf(await play(story))

      const daily = new Map(days.filter(({ from }) => from === 'daily').map((day) => [day.day, day.wh]))
      const curves = days.filter(({ from }) => from === 'curve')
      expect(curves.length).toBeGreaterThan(3)
      for (const { day, wh } of curves) expect([story, day, Math.round(wh)]).toEqual([story, day, daily.get(day)])
    }
  })

  test('has fifty points on the long day and forty-six on the short one', async () => {
    const pointsOf = async (story: string, day: string) =>
      lastOf(await play(story)).days.find((one) => one.day === day && one.from === 'curve')?.points

    expect(await pointsOf('autumn-clock-change', '2026-10-25')).toBe(50)
    expect(await pointsOf('spring-clock-change', '2027-03-28')).toBe(46)
  })

  test('fills holes and late days when they come', async () => {
    const evidence = await play('holes-filled-later')

    const points = saidIn(evidence).map(
      ({ days }) => days.find(({ day, from }) => day === '2026-10-05' && from === 'curve')?.points,
    )
    const isThere = saidIn(evidence).map(({ days }) => days.some(({ day }) => day === '2026-10-06'))
    expect([points[0], points.at(-1)]).toEqual([40, 48])
    expect([isThere[0], isThere.at(-1)]).toEqual([false, true])
  })

  test('moves the start of a window forward to where history begins, and asks for nothing earlier again', async () => {
    const evidence = await play('commissioned-last-month')

    const { days } = lastOf(evidence)
    const again = callsIn(evidence, evidence.turns[1]).filter(({ refusal }) => refusal !== undefined)
    expect(days.map(({ day }) => day).sort()[0]).toBe('2026-09-08')
    expect(decisionsIn(evidence)).toEqual([['before commissioning'], []])
    expect(again).toEqual([])
  })

  test('takes a curve that nobody collects for missing, and not for forbidden', async () => {
    const evidence = await play('curve-never-activated')

    expect(decisionsIn(evidence)[0]).toEqual(['no data'])
    expect(standingIn(evidence)).toEqual(['active', 'active'])
  })

  test('stops at a revoked consent for good, and stays with the others', async () => {
    const evidence = await play('consent-revoked')

    const refused = evidence.journal.calls().refused('noConsent').list()
    expect(refused).toHaveLength(1)
    expect(standingIn(evidence)).toEqual(['active,active', 'ended,active', 'ended,active', 'ended,active'])
  })

  test('does not give a consent up because of errors that last', async () => {
    const evidence = await play('technical-errors-for-a-day')

    expect(standingIn(evidence)).toEqual(['active', 'active', 'active', 'active'])
    expect(decisionsIn(evidence)).toEqual([[], ['provider in trouble'], ['provider in trouble'], []])
  })

  test('waits for a consent that calls do not find yet', async () => {
    const evidence = await play('consent-not-yet-found')

    expect(standingIn(evidence)).toEqual(['active', 'active', 'active', 'active'])
    expect(lastOf(evidence).days.length).toBeGreaterThan(60)
  })

  test.each(['services-listed-later', 'services-null', 'services-missing'])(
    'keeps an authorisation that leads nowhere yet: %s',
    async (story) => {
      const evidence = await play(story)

      const [authorize] = evidence.turns
      const asked = namesIn(evidence, authorize).filter((name) => name === 'subscribedServices.list')
      expect(asked).toHaveLength(4)
      expect(standingIn(evidence).slice(0, 3)).toEqual(['none', 'none', 'active'])
    },
  )

  test('renews its token once where one is refused, and asks once more for what was refused', async () => {
    const evidence = await play('token-cached-too-long')

    const first = evidence.journal.calls().refused('tokenInvalid').first()
    const after = evidence.journal.calls().after(first!).list().slice(0, 2)
    expect(after.map(({ endpoint }) => endpoint)).toEqual(['token.create', 'consommationQuotidienne.read'])
  })

  test('takes an empty object for a token that has expired', async () => {
    const evidence = await play('expired-token-answers-empty')

    expect(namesIn(evidence, evidence.turns[1]).slice(0, 3)).toEqual([
      'dailyConsumption.read',
      'token.create',
      'dailyConsumption.read',
    ])
  })

  test('goes over to the other generation when its own has gone, and stays there', async () => {
    const evidence = await play('migration-day')

    const gone = evidence.journal.calls().refused('generationOff').list()
    expect(gone).toHaveLength(1)
    expect(namesIn(evidence, evidence.turns[2])).toContain('consommationQuotidienne.read')
    expect(namesIn(evidence, evidence.turns[3])).toContain('consentPage.open')
  })

  test('leaves an API alone that it has not subscribed to, for the rest of the run', async () => {
    const evidence = await play('api-not-subscribed')

    const refused = evidence.turns.map(
      (turn) => callsIn(evidence, turn).filter(({ refusal }) => refusal?.refusal === 'notSubscribed').length,
    )
    expect(refused).toEqual([1, 1, 0])
    expect(decisionsIn(evidence)).toEqual([['API not subscribed'], ['API not subscribed'], []])
  })

  test('leaves the rest for later when its hour is spent, and begins with whoever waits longest', async () => {
    const evidence = await play('hour-spent')

    const throttled = evidence.turns.map(
      (turn) => callsIn(evidence, turn).filter(({ refusal }) => refusal?.refusal === 'throttled').length,
    )
    expect(throttled).toEqual([1, 1, 0])
    expect(decisionsIn(evidence)).toEqual([['quota spent'], ['quota spent'], []])
    expect(new Set(lastOf(evidence).days.map(({ usagePoint }) => usagePoint)).size).toBe(3)
  })

  test('reads every usage point of a redirect, with what each of them measures', async () => {
    const evidence = await play('several-usage-points')

    const measured = lastOf(evidence).usagePoints.map(({ consumption, production }) => [consumption, production])
    expect(measured).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ])
  })

  test('asks in the sandbox for each of the fictitious clients in turn', async () => {
    const authorizing = dataConnectClient()
    const states: (string | null)[] = []
    const client = moduleClient('in turn', {
      ...authorizing,
      asks: {
        ...authorizing.asks,
        authorize: async (context) => {
          const say = (words: Record<string, unknown>) => {
            const { open } = words
            if (typeof open === 'string') states.push(new URL(open).searchParams.get('state'))
            context.say(words)
          }
          for (let times = 0; times < 3; times++) await authorizing.asks['authorize']?.({ ...context, say })
        },
      },
    })

    const evidence = await play('fictitious-clients', client)

    expect(states.map((state) => state?.at(-1))).toEqual(['0', '1', '2'])
    expect(lastOf(evidence).consents.map(({ usagePoint }) => usagePoint)).toEqual(
      expect.arrayContaining(['22516914714270', '11453290002823', '32320647321714']),
    )
  })

  test('keeps the tokens of each consent of v4, and each refresh token for the one time it is good', async () => {
    const [rotated, refused] = [await play('refresh-token-rotated'), await play('refresh-token-refused')]

    expect(rotated.journal.calls('codeToken.create').refused().count()).toBe(0)
    expect(rotated.journal.calls('codeToken.create').count()).toBe(3)
    expect(decisionsIn(refused)[0]).toContain('consent needed')
    expect(lastOf(refused).days.length).toBeGreaterThan(60)
  })

  test('tells a person of a code that could not be exchanged, and ends in order', async () => {
    const welcomeCode = () => Promise.reject(new NoAnswer('The answer got lost.'))
    const client = moduleClient('unlucky', dataConnectClient({ habits: { welcomeCode } }))

    const evidence = await play('first-consent-with-code', client)

    expect(exits(evidence)).toEqual([0, 0, 0])
    expect(decisionsIn(evidence)[0]).toEqual(['consent lost: provider in trouble'])
    expect(standingIn(evidence)).toEqual(['', '', ''])
  })

  test('takes nothing from a browser that it has not sent out', async () => {
    const { asks, stop } = dataConnectClient()
    const statuses: number[] = []
    const client = moduleClient('visited', {
      asks: {
        ...asks,
        sync: async (context) => {
          await asks['sync']?.(context)
          const address = `${context.env['WATTPROOF_CLIENT_URL']}/callback`
          for (const brought of ['autorisation_id=4217063&state=guessed', 'usage_point_id=25000000000134', 'error=no'])
            statuses.push((await fetch(`${address}?${brought}`)).status)
        },
      },
      ...(stop && { stop }),
    })

    const evidence = await play('consented', client)

    expect(statuses).toEqual([400, 400, 400, 400, 400, 400])
    expect(lastOf(evidence).consents).toHaveLength(1)
  })

  test('says so while Enedis has opened no application for it', async () => {
    const said: object[] = []

    await dataConnectClient().asks['sync']?.({ env: {}, say: (words) => said.push(words) })

    expect(said).toMatchObject([{ decisions: [{ decision: 'application not known' }] }])
  })
})

describe('the same client as a command', () => {
  const command = `"${process.execPath}" "${join(project, 'dist/enedis-data-connect-client.js')}"`
  beforeAll(() => built)

  test.each([
    ['asked once at a time', commandClient(command)],
    ['that stays', servedClient(`${command} --serve`)],
  ])('%s comes to the same conclusions', { timeout: 60_000 }, async (_, client) => {
    const evidence = await play('first-consent', client)

    const { consents, days } = lastOf(evidence)
    expect(exits(evidence)).toEqual([0, 0, 0, 0])
    expect(consents).toMatchObject([{ status: 'active' }])
    expect(days.length).toBeGreaterThan(60)
    expect(evidence.clock).toBe('shifted')
  })

  test('says what it knows when it is asked what it does not know', async () => {
    const answered = await commandClient(command).ask({ ask: 'dance', env: {} })

    expect(answered).toMatchObject({ exit: 2 })
    expect(answered.output).toMatch(/^This client does not know the ask "dance"\. It knows sync, authorize\./)
  })
})
