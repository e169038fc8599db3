import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wattproof } from '../support/cli.ts'
import { useControlledToy } from '../support/control.ts'
import { fileBytes, fileName, filesCard, sendFile } from '../support/toy/files.ts'

const { toy } = useControlledToy([filesCard])
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattproof-outbox-'))
})
afterEach(() => rm(folder, { recursive: true }))

const outbox = (...words: string[]) =>
  wattproof(['outbox', ...words], { cwd: folder, env: { WATTPROOF_CONTROL_URL: toy().address } })
const world = () => toy().sandbox.world()

describe('outbox', () => {
  test('lists what was sent, and what became of it', async () => {
    expect((await outbox()).out).toBe('Nothing has been sent.\n')
    await sendFile(world(), null)
    await world().act('toyGrid', 'utility', 'deliver', { to: 'http://127.0.0.1:9/' })
    await world().outbox.settled

    const { code, out } = await outbox()

    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.split(/ {2,}/))).toMatchObject([
      ['notice-1', '2026-03-02T14:00:00.000Z', 'counts', '(no address)', 'kept', `${fileName} (1000 bytes)`],
      ['notice-2', '2026-03-02T14:00:00.000Z', 'counts', 'http://127.0.0.1:9/', expect.stringMatching(/^failed: /), {}],
      [''],
    ])
  })

  test('saves a file under its own name, and under another', async () => {
    await sendFile(world(), null)

    const own = await outbox('save', 'notice-1')
    const other = await outbox('save', 'notice-1', 'flow.zip')

    expect([own, other].map(({ out }) => out)).toEqual([
      `Saved ${fileName} (1000 bytes).\n`,
      'Saved flow.zip (1000 bytes).\n',
    ])
    expect(await readFile(join(folder, fileName))).toEqual(fileBytes)
    expect(await readFile(join(folder, 'flow.zip'))).toEqual(fileBytes)
  })

  test('writes over no file of yours', async () => {
    await sendFile(world(), null)
    await outbox('save', 'notice-1', 'flow.zip')

    const again = await outbox('save', 'notice-1', 'flow.zip')

    expect(again).toEqual({
      code: 2,
      out: '',
      err: 'flow.zip could not be written: it is there already. Name another file.\n',
    })
  })

  test('says where there is no such notice', async () => {
    const { code, err } = await outbox('save', 'notice-7')

    expect({ code, err }).toEqual({ code: 2, err: 'There is no notice "notice-7". There are none.\n' })
  })
})
