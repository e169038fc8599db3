import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { card } from '../../../mocks/pge/index.ts'
import { parseScenario } from '../../../src/scenario/load.ts'

// These stories move to scenarios/pge/ when the room is listed with the other providers.
const stories = readdirSync('test/mocks/pge/stories')

test.each(stories)('%s is told in words the room knows', async (name) => {
  const text = readFileSync(`test/mocks/pge/stories/${name}`, 'utf8')
  const cards = [card]

  const { id, steps } = await parseScenario(text, { cards, name })

  expect(id).toBe(`pge/${name.replace('.yaml', '')}`)
  expect(steps.some(({ kind }) => kind === 'client')).toBe(true)
})
