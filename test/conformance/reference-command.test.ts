import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandClient } from '../../conformance/client/index.ts'
import { profiles } from '../../conformance/profiles.ts'
import { runProfile } from '../../conformance/run.ts'
import { built, project } from '../support/cli.ts'

test('the good client runs as a command as well, and says what it concluded', async () => {
  await built
  const profile = await profiles['portfolio-manager']!()
  const client = commandClient(`"${process.execPath}" "${join(project, 'dist/portfolio-manager-client.js')}"`)
  const scenarios = ['portfolio-manager/direct-share', 'portfolio-manager/meters-given-back']

  const { verdicts, stories } = await runProfile(profile, client, { scenarios })

  expect(verdicts.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'skip')).toEqual([])
  expect(stories.map(({ speaks, clock }) => [speaks, clock])).toEqual([
    [true, 'shifted'],
    [true, 'shifted'],
  ])
})

test('asked what it does not know, the command says what it knows', async () => {
  await built
  const client = commandClient(`"${process.execPath}" "${join(project, 'dist/portfolio-manager-client.js')}"`)

  const answered = await client.ask({ ask: 'dance', env: {} })

  expect(answered).toMatchObject({ exit: 2 })
  expect(answered.output).toMatch(/^This client does not know the ask "dance"\. It knows sync, /)
})
