import { describe, expect, test } from 'vitest'
import { profiles } from '../../conformance/profiles.ts'
import { providers } from '../../mocks/index.ts'

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
    const card = providers.find((one) => one.id === id)
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

test('Portfolio Manager has at least fifty checks', async () => {
  const { checks } = await profiles['portfolio-manager']!()

  expect(checks.length).toBeGreaterThanOrEqual(50)
})
