import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  commandClient,
  moduleClient,
  servedClient,
  type ClientUnderTest,
} from '../../../../conformance/client/index.ts'
import { sgeClient } from '../../../../conformance/clients/enedis-sge/index.ts'
import { Court } from '../../../../conformance/court.ts'
import { built, project } from '../../../support/cli.ts'

const court = new Court()
afterAll(() => court.close())

const program = `"${process.execPath}" "${join(project, 'dist/enedis-sge-client.js')}"`

/** What a client has said by the end of a story, and how its turns went. */
async function played(story: string, client: ClientUnderTest) {
  const { turns, said, clock } = await court.play(`enedis/sge/${story}`, 'enedis', client)
  return { exits: turns.map(({ exit }) => exit), said: said.map(({ words }) => words), clock }
}

describe.each([
  ['run for each ask', () => commandClient(program)],
  ['kept running', () => servedClient(`${program} --serve`)],
])('the good client of SGE, as a command %s', (_, make) => {
  test.each(['agreed', 'key-rotated', 'agreement-missing'])(
    'says in the story %s what it says in this process',
    { timeout: 60_000 },
    async (story) => {
      await built

      const asModule = await played(story, moduleClient('module', sgeClient()))
      const asCommand = await played(story, make())

      expect(asCommand).toEqual(asModule)
      expect(asCommand.exits.every((exit) => exit === 0)).toBe(true)
      expect(asCommand.clock).toBe('shifted')
    },
  )
})

test('asked as a command what it does not know, it says what it knows', async () => {
  await built

  const answered = await commandClient(program).ask({ ask: 'dance', env: {} })

  expect(answered).toMatchObject({ exit: 2 })
  expect(answered.output).toMatch(/^This client does not know the ask "dance"\. It knows sync, /)
})
