import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadScenario } from '../../src/index.ts'
import { listScenarios, parseScenario } from '../../src/scenario/load.ts'
import { findPrepared, keepPrepared } from '../../src/scenario/prepared.ts'
import { built, project } from '../support/cli.ts'
import { card, sound } from './water-board.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-prepared-'))
})
afterAll(() => rm(folder, { recursive: true }))

const told = { id: 'water-board/shared', text: sound }

test('a story that was kept is found again under the file that is asked for now', async () => {
  const scenario = await parseScenario(sound, { cards: [card], name: 'then.yaml' })

  await keepPrepared(told, scenario, folder)

  const found = await findPrepared(told, { file: 'now.yaml', folder })
  const asReadNow = await parseScenario(sound, { cards: [card], name: 'now.yaml' })
  expect(found).toEqual(asReadNow)
})

test('a story whose text has changed, or that goes by another id, is not found', async () => {
  await keepPrepared(told, await parseScenario(sound, { cards: [card] }), folder)

  const changed = await findPrepared({ ...told, text: `${sound}\n# changed` }, { file: 'now.yaml', folder })
  const renamed = await findPrepared({ ...told, id: 'water-board/renamed' }, { file: 'now.yaml', folder })

  expect([changed, renamed]).toEqual([undefined, undefined])
})

test('a build keeps every shipped story, as one that was read anew', async () => {
  await built
  const { loadScenario: loadBuilt } = (await import(`${project}/dist/index.js`)) as {
    loadScenario: typeof loadScenario
  }
  const ids = (await listScenarios()).map(({ id }) => id)
  const id = 'portfolio-manager/pending-shares'

  const stories = (await readdir(`${project}/dist`, { recursive: true })).filter((name) => name.includes('stories/'))

  expect(stories.length).toBeGreaterThanOrEqual(ids.length)
  expect(await loadBuilt(id)).toEqual(await loadScenario(id))
})
