import { afterAll, describe, expect, test } from 'vitest'
import { goodHabits } from '../../conformance/clients/enedis-data-connect/habits/index.ts'
import { dataConnectClient, type Differences } from '../../conformance/clients/enedis-data-connect/index.ts'
import { dayOf } from '../../conformance/clients/paris.ts'
import { moduleClient } from '../../conformance/client/index.ts'
import { Court } from '../../conformance/court.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'

const profile = await profiles['enedis-data-connect']!()
const court = new Court()
afterAll(() => court.close())

type Other = { differs: Differences; on: readonly string[] }

/** Clients that do things in another way, and no less well. */
const others: Readonly<Record<string, Other>> = {
  'asks for one day at a time': {
    differs: {
      habits: { mostDays: () => 1, firstDays: () => 9, daysOfPatience: () => 9 },
    },
    on: ['consented', 'holes-filled-later', 'autumn-clock-change', 'late-day', 'several-usage-points'],
  },
  'asks for yesterday at night too, and again in the morning': {
    differs: { habits: { firstUnpublished: ({ setting }) => dayOf(setting.now) } },
    on: ['night-before-publication', 'consented', 'migration-day'],
  },
  'reads the energy of days and no curves': {
    differs: {
      habits: {
        wantedOf: (run, usagePoint) => goodHabits.wantedOf(run, usagePoint).filter(({ kind }) => kind === 'daily'),
      },
    },
    on: ['consented', 'curve-never-activated', 'late-day', 'migration-day', 'production-meter', 'holes-filled-later'],
  },
  'reads curves and nothing else': {
    differs: {
      habits: {
        wantedOf: (run, usagePoint) => goodHabits.wantedOf(run, usagePoint).filter(({ kind }) => kind === 'curve'),
        isRecent: () => false,
      },
    },
    on: ['consented', 'consent-revoked', 'spring-clock-change', 'self-consumption', 'hour-spent', 'step-change'],
  },
  'shows its credentials by HTTP Basic': {
    differs: {
      habits: {
        async newOwnToken(run) {
          const { clientId, clientSecret } = run.setting
          const headers = new Headers({
            authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
            'content-type': 'application/x-www-form-urlencoded',
          })
          const asked = {
            method: 'POST',
            url: run.habits.tokenAddress(run),
            headers,
            body: 'grant_type=client_credentials',
          }
          const { body } = await run.service.send(asked)
          const { access_token: value, expires_in: seconds } = JSON.parse(body) as {
            access_token: string
            expires_in: number
          }
          run.memory.token = { value, expiresAt: run.habits.expiry(run, seconds) }
          return value
        },
      },
    },
    on: ['consented', 'token-expired', 'token-cached-too-long'],
  },
  'reads two years of days at first': {
    differs: { habits: { firstDays: (kind) => (kind === 'curve' ? 14 : 730) } },
    on: ['consented', 'commissioned-last-month', 'moved-in', 'data-from-a-day-on'],
  },
  'learns of ends from refusals alone, and reads nothing twice that is whole': {
    differs: {
      habits: { standing: async () => 'unknown', findServices: async () => {}, isRecent: () => false },
    },
    on: ['consent-revoked', 'consent-expired', 'revoked-but-answering', 'shared-again', 'not-owner-for-weeks'],
  },
}

const broken = async (differs: Differences, on: readonly string[]) => {
  const client = moduleClient('other', dataConnectClient(differs))
  const scenarios = on.map((one) => `enedis/data-connect/${one}`)
  const { verdicts } = await runProfile(profile, client, { scenarios, court })
  return verdicts
    .filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')
    .map(({ outcome, check, scenario, says }) => `${outcome} ${check} in ${scenario}: ${says}`)
}

describe.each(Object.entries(others))('a client of Data Connect that %s', (_, { differs, on }) => {
  test('passes', async () => {
    expect(await broken(differs, on)).toEqual([])
  })
})

test('a client of Data Connect that says nothing is judged on what it does', async () => {
  const { asks, stop } = dataConnectClient()
  const silent = Object.entries(asks).map(
    ([ask, turn]) => [ask, ({ env }: { env: Record<string, string> }) => turn({ env, say: () => {} })] as const,
  )
  const client = moduleClient('silent', { asks: Object.fromEntries(silent), ...(stop && { stop }) })

  const { verdicts } = await runProfile(profile, client, {
    scenarios: ['enedis/data-connect/consent-revoked', 'enedis/data-connect/holes-filled-later'],
    court,
  })

  expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(['pass', 'skip']))
  const wordless = profile.checks.filter(({ needs }) => needs === 'words').map(({ id }) => id)
  expect(verdicts.filter(({ check }) => wordless.includes(check)).every(({ outcome }) => outcome === 'skip')).toBe(true)
})
