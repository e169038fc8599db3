import { afterAll, describe, expect, test } from 'vitest'
import { goodHabits } from '../../conformance/clients/portfolio-manager/habits/index.ts'
import {
  portfolioManagerClient,
  type Differences,
  type Run,
} from '../../conformance/clients/portfolio-manager/index.ts'
import { goodManners } from '../../conformance/clients/portfolio-manager/service.ts'
import { moduleClient } from '../../conformance/client/index.ts'
import { Court } from '../../conformance/court.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'

const profile = await profiles['portfolio-manager']!()
const court = new Court()
afterAll(() => court.close())

type Other = { differs: Differences; on: readonly string[] }

/** Clients that do things in another way, and no less well. */
const others: Readonly<Record<string, Other>> = {
  'answers meters first, and lets acceptances run upwards': {
    differs: {
      habits: {
        async answerAll(run, { connections, properties, meters }) {
          await run.habits.answerMeters(run, meters)
          await run.habits.answerProperties(run, properties)
          await run.habits.answerConnections(run, connections)
        },
      },
    },
    on: ['direct-share', 'pending-shares', 'new-meter', 'upstream-sharing-unconnected', 'forward-meter-accepted'],
  },
  'lists again after answering, instead of turning pages': {
    differs: {
      habits: {
        async answerAll(run, asked) {
          await goodHabits.answerAll(run, asked)
          const more = {
            connections: await run.habits.pendingConnections(run),
            properties: await run.habits.pendingProperties(run),
            meters: await run.habits.pendingMeters(run),
          }
          if (Object.values(more).some(({ length }) => length > 0)) await run.habits.answerAll(run, more)
        },
        pendingAll: async (run, list) => [await run.habits.pendingPage(run, list, 1)],
      },
    },
    on: ['many-pending', 'direct-share'],
  },
  'looks one page beyond the last, to find it empty': {
    differs: {
      habits: {
        async pendingAll(run, list) {
          const pages = await goodHabits.pendingAll(run, list)
          return [...pages, await run.habits.pendingPage(run, list, pages.length + 1)]
        },
      },
    },
    on: ['many-pending', 'direct-share'],
  },
  'gives a property back when a stranger buys it, with a note': {
    differs: {
      habits: {
        async reportStranger(run: Run, { property }) {
          await run.habits.giveBackProperty(run, property, 'Please connect with us, then share again.')
        },
      },
    },
    on: ['transfer-unconnected', 'transfer-asks-for-connection', 'transfer-staff-change'],
  },
  'leaves what had no answer to its next run': {
    differs: { manners: { pauseAfterTrouble: () => undefined } },
    on: ['bad-gateway', 'acceptance-lost', 'upload-lost', 'notifications-lost', 'run-cut-short'],
  },
  'waits longer than it is told': {
    differs: {
      manners: {
        pauseAfterThrottling: (answer, attempt) => (goodManners.pauseAfterThrottling(answer, attempt) ?? 0) + 1,
      },
    },
    on: ['rate-limited', 'rate-limited-without-a-word'],
  },
  'learns of edits from the items, and not from notifications': {
    differs: { habits: { learnFrom: async () => {} } },
    on: ['access-cut-to-read', 'access-cut-by-stranger', 'meter-deleted', 'access-removed', 'customer-disconnects'],
  },
}

describe.each(Object.entries(others))('a client that %s', (_, { differs, on }) => {
  test('passes', async () => {
    const client = moduleClient('other', portfolioManagerClient(differs))

    const { verdicts } = await runProfile(profile, client, {
      scenarios: on.map((one) => `portfolio-manager/${one}`),
      court,
    })

    const broken = verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')
    expect(broken.map(({ outcome, check, scenario, says }) => `${outcome} ${check} in ${scenario}: ${says}`)).toEqual(
      [],
    )
  })
})

test('a client that says nothing is judged on what it does', async () => {
  const { asks } = portfolioManagerClient()
  const silent = Object.entries(asks).map(
    ([ask, turn]) => [ask, ({ env }: { env: Record<string, string> }) => turn({ env, say: () => {} })] as const,
  )

  const { verdicts } = await runProfile(profile, moduleClient('silent', { asks: Object.fromEntries(silent) }), {
    scenarios: ['portfolio-manager/access-cut-to-read', 'portfolio-manager/transfer-unconnected'],
    court,
  })

  const outcomes = new Set(verdicts.map(({ outcome }) => outcome))
  expect(outcomes).toEqual(new Set(['pass', 'skip']))
  const wordless = profile.checks.filter(({ needs }) => needs === 'words').map(({ id }) => id)
  expect(verdicts.filter(({ check }) => wordless.includes(check)).every(({ outcome }) => outcome === 'skip')).toBe(true)
})
