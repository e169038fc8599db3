import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { card } from '../../../mocks/enedis/index.ts'
import { parseScenario } from '../../../src/scenario/load.ts'

// These stories move to scenarios/enedis/data-connect/ when the room is listed with the other providers.
const stories = readdirSync('test/mocks/enedis/stories')

test.each(stories)('%s is told in words the room knows', async (name) => {
  const text = readFileSync(`test/mocks/enedis/stories/${name}`, 'utf8')
  const cards = [card]

  const { id, steps, source } = await parseScenario(text, { cards, name })

  expect(id).toBe(`enedis/data-connect/${name.replace('.yaml', '')}`)
  expect(steps.some(({ kind }) => kind === 'client')).toBe(true)
  expect(Object.keys(card.sources)).toContain(/^\w+/.exec(source)?.[0])
})
