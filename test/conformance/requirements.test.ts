import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { profiles } from '../../conformance/profiles.ts'
import { providers } from '../../mocks/index.ts'
import { camelCase } from '../../src/contract/provider.ts'
import { loadScenario } from '../../src/index.ts'

describe.each(Object.keys(profiles))('the requirements of %s', async (id) => {
  const profile = await profiles[id]!()
  const requirements = [...profile.requirements.values()]
  const tried = new Set(profile.checks.map(({ requirement }) => requirement))

  test('each is tried by a check or says why not, and never both', () => {
    const without = requirements.filter(({ id, unchecked }) => tried.has(id) === (unchecked !== undefined))

    expect(without.map(({ id }) => id)).toEqual([])
  })

  test('each is as binding as the checks that try it', () => {
    const levels = profile.checks.filter(
      ({ requirement, level }) => profile.requirements.get(requirement)?.level !== level,
    )

    expect(levels.map(({ id }) => id)).toEqual([])
  })

  test('each rests on a source that the provider’s card names', () => {
    const card = providers.find((one) => camelCase(one.id) === profile.provider)
    const unnamed = requirements.filter(
      ({ source }) => !Object.hasOwn(card?.sources ?? {}, /^\w+/.exec(source)?.[0] ?? ''),
    )

    expect(unnamed.map(({ id, source }) => `${id}: ${source}`)).toEqual([])
  })

  test('checks have names of their own, below the provider’s', () => {
    const ids = profile.checks.map((check) => check.id)

    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((check) => !check.startsWith(`${id}/`))).toEqual([])
  })

  test('there are stories for clients of which something special is said', () => {
    for (const { scenarios } of Object.values(profile.traits))
      expect(profile.scenarios).toEqual(expect.arrayContaining([...scenarios]))
  })
})

test.each([
  ['portfolio-manager', 50],
  ['pge', 60],
  ['enedis-data-connect', 45],
  ['enedis-sge', 100],
])('%s has at least %i checks', async (id, least) => {
  const { checks } = await profiles[id]!()

  expect(checks.length).toBeGreaterThanOrEqual(least)
})

describe.each(Object.keys(profiles))('the stories of %s', async (id) => {
  const profile = await profiles[id]!()
  const scenarios = await Promise.all(profile.scenarios.map((one) => loadScenario(one)))
  const asked = new Set(
    scenarios.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'client' ? [step.ask] : []))),
  )

  test('ask what the profile says, and all of it', () => {
    expect([...asked].sort()).toEqual(Object.keys(profile.asks).sort())
  })

  test('ask what the page on the court tells authors of clients', async () => {
    const page = await readFile('conformance/README.md', 'utf8')

    for (const [ask, says] of Object.entries(profile.asks))
      expect(page).toMatch(new RegExp(`\\| \`${ask}\` +\\| ${says}`))
  })
})
