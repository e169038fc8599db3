import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { providers } from '../../mocks/index.ts'
import { coverageOf, glanceAt, withCoverage, withGlance } from '../../src/contract/coverage.ts'
import { room as toy } from '../support/toy/room.ts'

const remedy = 'run: node .config/coverage.mjs'

describe('the page of a room', () => {
  test.each(providers)('$title says what it covers today', async ({ id, open }) => {
    const page = readFileSync(`mocks/${id}/README.md`, 'utf8')

    expect(page === withCoverage(page, coverageOf((await open()).room)), remedy).toBe(true)
  })

  test('names every endpoint and refusal with its basis and source', () => {
    const coverage = coverageOf(toy)

    for (const { name, method, path, basis, source } of toy.endpoints) {
      const row = coverage.split('\n').find((line) => line.startsWith(`| ${name} `))
      expect(row?.split('|').map((cell) => cell.trim())).toEqual(['', name, `\`${method} ${path}\``, basis, source, ''])
    }
    for (const [name, { status, source }] of Object.entries(toy.refusals))
      expect(coverage).toMatch(new RegExp(`\\| ${name} +\\| ${status} +\\|.*${source}`))
  })

  test('without a place for its coverage is not touched', () => {
    expect(() => withCoverage('# A page\n', 'coverage')).toThrow('The page has no place for its coverage')
    expect(() => withGlance('# A page\n', 'table')).toThrow('The front page has no table of providers')
  })
})

test('the front page counts what the rooms have', async () => {
  const open = await Promise.all(providers.map(async (card) => ({ card, room: (await card.open()).room })))
  const page = readFileSync('README.md', 'utf8')

  expect(page === withGlance(page, glanceAt(open)), remedy).toBe(true)
})
