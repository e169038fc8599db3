import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lintScenario, listScenarios, loadScenario, parseScenario } from '../../src/scenario/load.ts'
import { ScenarioError, spelled } from '../../src/scenario/scenario.ts'
import { card, sound } from './water-board.ts'

let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wattproof-scenarios-'))
  await mkdir(join(root, 'scenarios/water-board'), { recursive: true })
  await writeFile(join(root, 'scenarios/water-board/shared.yaml'), sound)
  await writeFile(join(root, 'scenarios/water-board/renamed.yaml'), sound)
  await writeFile(join(root, 'scenarios/README.md'), '# Not a scenario')
  await writeFile(join(root, 'mine.yaml'), sound)
})
afterAll(() => rm(root, { recursive: true }))

/** Loads, and tells what was thrown. */
async function failure(idOrPath: string): Promise<ScenarioError> {
  const error: unknown = await loadScenario(idOrPath, { cards: [card], root }).catch((thrown: unknown) => thrown)
  if (error instanceof ScenarioError) return error
  throw new Error(`${idOrPath} was loaded.`)
}

test('a scenario is found by its id and by its path', async () => {
  const byId = await loadScenario('water-board/shared', { cards: [card], root })
  const byPath = await loadScenario(join(root, 'mine.yaml'), { cards: [card], root })

  expect(byId).toMatchObject({ id: 'water-board/shared', file: join(root, 'scenarios/water-board/shared.yaml') })
  expect(byPath.steps.map(({ kind }) => kind)).toEqual(['customer', 'client', 'clock'])
})

test('an unknown id is answered with the nearest, or with the one that ends alike', async () => {
  expect((await failure('water-board/shard')).message).toBe(
    'Unknown scenario "water-board/shard". Did you mean "water-board/shared"? Your own file is named by a path: ./my.yaml.',
  )
  expect((await failure('shared')).message).toContain('Did you mean "water-board/shared"?')
})

test('a file that is not there is said to be missing', async () => {
  expect((await failure('./nowhere.yaml')).message).toBe(
    './nowhere.yaml could not be read: there is no such file. Name a scenario file or the id of a shipped one.',
  )
})

test('a shipped file and its id say the same name', async () => {
  const { errors } = await lintScenario('water-board/renamed', { cards: [card], root })

  expect(errors.map(({ says }) => says)).toEqual([
    'The id "water-board/shared" is not the file\'s name. Write "water-board/renamed", or move the file.',
  ])
})

test('everything wrong is thrown at once, a line each', async () => {
  const file = join(root, 'wrong.yaml')
  await writeFile(file, sound.replace('title:', 'titel:').replace('clock: PT1H', 'clock: soon'))

  const error = await failure(file)

  expect(error.problems).toHaveLength(2)
  expect(error.message).toBe(error.problems.map(spelled).join('\n'))
  expect(error.message).toContain(`${file}:3:1 Unknown word "titel". Did you mean "title"?`)
})

test('a story that is in no file may have any id', async () => {
  const scenario = await parseScenario(sound, { cards: [card], root })

  expect(scenario.id).toBe('water-board/shared')
  await expect(parseScenario('id: [', { cards: [card], root, name: 'request' })).rejects.toThrow(/^request:\d+:\d+ /)
})

test('the list has every scenario with its title, and nothing else', async () => {
  const list = await listScenarios(root)

  expect(list.map(({ id, title }) => [id, title])).toEqual([
    ['water-board/renamed', 'An owner shares a property'],
    ['water-board/shared', 'An owner shares a property'],
  ])
})
