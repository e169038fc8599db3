import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endpoint, type Visit } from '../../src/contract/endpoint.ts'
import type { Card } from '../../src/contract/provider.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { fileName, filesCard, sendFile } from '../support/toy/files.ts'
import { room } from '../support/toy/room.ts'
import { as, ask, story } from '../support/worlds.ts'

let folder: string
let sandbox: Sandbox | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-folders-'))
})
afterEach(async () => {
  await sandbox?.stop()
  sandbox = undefined
  await rm(folder, { recursive: true })
})

const scenario = story({ toyGrid: { people: { ann: { shares: true } } } })

/** A toy that tells where the schemas are that it was given. */
const curious: Card = {
  ...filesCard,
  open: async () => ({
    room: {
      ...room,
      endpoints: [
        endpoint(
          'GET /count',
          { name: 'count.read', by: 'client', basis: 'documented', source: 'TOY, section 2' },
          (c, { folders }: Visit<unknown, string, unknown>) => c.text(folders['schemas'] ?? 'nowhere'),
        ),
      ],
    },
  }),
}

describe('a folder of the operator’s', () => {
  test('is found by a room under its name, in every world', async () => {
    sandbox = await Sandbox.start({ cards: [curious], portBase: 0, folders: { schemas: folder } })
    const worlds = [await sandbox.create('one', { scenario }), await sandbox.create('two', { scenario })]

    const answers = worlds.map(async (world) => (await ask(world, 'toyGrid', '/api/count', as('ann'))).text())

    expect(await Promise.all(answers)).toEqual([folder, folder])
  })

  test.each(['missing', 'a-file'])('that is %s is a mistake', async (name) => {
    await writeFile(join(folder, 'a-file'), '')

    const starting = Sandbox.start({ cards: [curious], folders: { schemas: join(folder, name) } })

    await expect(starting).rejects.toThrow(`${join(folder, name)} could not be used: there is no such folder.`)
  })
})

describe('the folder for deposits', () => {
  test('is made, with one below it for each provider, and the client is told', async () => {
    sandbox = await Sandbox.start({ cards: [filesCard], portBase: 0 })
    const deposits = join(folder, 'new', 'deposits')
    const world = await sandbox.create('default', { scenario, deposits })
    expect(await readdir(deposits)).toEqual(['toy-grid'])

    await sendFile(world, 'folder:')

    expect(await readdir(join(deposits, 'toy-grid'))).toEqual([fileName])
    expect(await sandbox.credentials()).toContainEqual(
      expect.objectContaining({ variable: 'WATTPROOF_DEPOSITS', value: deposits }),
    )
  })

  test('that cannot be is a mistake, and leaves no world', async () => {
    sandbox = await Sandbox.start({ cards: [filesCard], portBase: 0 })
    await writeFile(join(folder, 'a-file'), '')

    const creating = sandbox.create('default', { scenario, deposits: join(folder, 'a-file') })

    await expect(creating).rejects.toThrow(/^Files cannot be put into .*a-file \(\w+\): name a folder that may be/)
    expect(sandbox.worlds()).toEqual([])
  })
})
