import { afterAll, describe, expect, test } from 'vitest'
import { Court } from '../../conformance/court.ts'
import { cases, packages } from '../../conformance/homologation/enedis-sge/index.ts'
import { onlyList, toldOfList } from '../../conformance/only-list.ts'
import { profiles } from '../../conformance/profiles.ts'
import type { Readiness } from '../../conformance/readiness.ts'
import { runProfile } from '../../conformance/run.ts'
import { loadScenario } from '../../src/index.ts'
import { clientOf, wrongClients } from '../support/wrong-clients/index.ts'

const court = new Court()
afterAll(() => court.close())

const whole = await profiles['enedis-sge']!()
/** What else a client of SGE is judged by has tests of its own. */
const profile = { ...whole, checks: whole.checks.filter(({ id }) => id.startsWith('enedis-sge/case/')) }
const wrong = new Map(await wrongClients('enedis-sge'))
const spoilt = {
  Consultation: 'searches-in-its-own-perimeter',
  Commande: 'orders-as-if-all-had-agreed',
  InfraJournalier: 'wants-all-within-the-day',
  Historique: 'orders-no-further-back-than-it-may',
} as const satisfies Record<(typeof packages)[keyof typeof packages], string>

describe.each(profile.rehearsals!.map((one) => [one.list, one] as const))('the list %s', (list, rehearsal) => {
  const rehearse = async (differs: unknown = {}) => {
    const only = onlyList(profile, rehearsal)
    const result = toldOfList(await runProfile(only, clientOf(profile.id, { differs }), { court }), rehearsal)
    const [readiness] = result.readiness as [Readiness]
    const notReady = readiness.packages.filter(({ isReady }) => !isReady).map(({ name }) => name)
    return { ...result, readiness, notReady }
  }

  test('has something to expect of each case that its story asks, of the service that it asks', async () => {
    const { steps } = await loadScenario(rehearsal.scenario)

    const asked = steps.flatMap((step) => (step.kind === 'client' && step.ask === 'case' ? [step.args] : []))
    const known = cases.filter(({ lists }) => (lists as readonly string[]).includes(list))
    expect(asked).toHaveLength(known.length)
    expect(new Map(asked.map((one) => [one?.['case'], one?.['service']]))).toEqual(
      new Map(known.map(({ id, service }) => [id, service])),
    )
  })

  test('is passed by the good client, with a time and a code for each case', async () => {
    const { notReady, readiness, verdicts } = await rehearse()

    expect(verdicts.filter(({ outcome }) => outcome !== 'pass').map(({ check, says }) => `${check}: ${says}`)).toEqual(
      [],
    )
    expect(notReady).toEqual([])
    const made = readiness.packages.flatMap(({ cases }) => cases)
    expect(made.map(({ called }) => called?.code)).not.toContain(undefined)
    expect(new Set(made.map(({ called }) => called?.at)).size).toBe(1)
  })

  test.concurrent.each(Object.entries(spoilt))(
    '%s alone is not ready for a client that spoils it',
    async (name, client) => {
      const { differs, fails } = wrong.get(client)!

      const { notReady, verdicts } = await rehearse(differs)

      expect(notReady).toEqual([name])
      const own = rehearsal.packages.flatMap(({ cases }) => cases.map(({ check }) => check))
      const failed = verdicts.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check)
      expect(failed.length).toBeGreaterThan(0)
      expect(failed.sort()).toEqual(
        fails
          .map((check) => `${profile.id}/${check}`)
          .filter((check) => own.includes(check))
          .sort(),
      )
    },
  )

  test.concurrent('is not passed by cases that are made twice', async () => {
    const { notReady, readiness } = await rehearse(wrong.get('makes-cases-twice')?.differs)

    expect(notReady).toEqual(Object.values(packages))
    const says = readiness.packages.flatMap(({ cases }) => cases.map(({ verdict }) => verdict.says))
    expect(says.filter((one) => !/called \w+ 2 times/.test(one))).toEqual([])
  })
})
