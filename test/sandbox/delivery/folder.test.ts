import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileBytes, fileName, filesFault, filesWorld, noticesIn, sendFile } from '../../support/toy/files.ts'

let root: string
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'wattproof-deposits-')))
})
afterEach(() => rm(root, { recursive: true }))

const inFolder = (...path: string[]) => readdir(join(root, 'deposits', 'toy-grid', ...path))
const world = () => filesWorld({ deposits: join(root, 'deposits') })
beforeEach(() => mkdir(join(root, 'deposits')))

describe('a file for a folder', () => {
  test.each([
    ['folder:', []],
    ['folder:flows', ['flows']],
    ['folder:flows/by day/', ['flows', 'by day']],
    ['folder:./flows//r63', ['flows', 'r63']],
  ])('that %s names arrives byte for byte, and nothing else does', async (to, path) => {
    const toy = await world()

    await sendFile(toy, to)

    expect(await inFolder(...path)).toEqual([fileName])
    expect(await readFile(join(root, 'deposits', 'toy-grid', ...path, fileName))).toEqual(fileBytes)
    expect(toy.outbox.list()[0]?.attempts).toEqual([{ at: '2026-03-02T14:00:00.000Z', outcome: 'delivered' }])
  })

  test('takes the place of one with its name, and of what a crash left of another', async () => {
    const toy = await world()
    await mkdir(join(root, 'deposits', 'toy-grid'))
    await writeFile(join(root, 'deposits', 'toy-grid', fileName), 'before')
    await writeFile(join(root, 'deposits', 'toy-grid', `.${fileName}.part`), 'half')

    await sendFile(toy, 'folder:')

    expect(await inFolder()).toEqual([fileName])
    expect(await readFile(join(root, 'deposits', 'toy-grid', fileName))).toEqual(fileBytes)
  })

  test.each([
    ['folder:..', fileName],
    ['folder:in/../../..', fileName],
    ['folder:/tmp', fileName],
    ['folder:c:/in', fileName],
    ['folder:..\\up', fileName],
  ])('does not get out by %s', async (to, file) => {
    const toy = await world()

    await sendFile(toy, to, file)

    expect(toy.outbox.list()[0]?.attempts).toMatchObject([
      {
        outcome: 'failed',
        says: expect.stringContaining('leads out of the folder for deposits. Give a relative path'),
      },
    ])
    expect(await readdir(root)).toEqual(['deposits'])
    expect(await readdir(join(root, 'deposits'))).toEqual([])
  })

  test.each(['../up.zip', 'in/side.zip', '..', 'a\\b', '', 'line\nbreak'])(
    'does not get out by its name %j',
    async (file) => {
      const toy = await world()

      await sendFile(toy, 'folder:', file)

      expect(toy.outbox.list()[0]?.attempts).toMatchObject([
        { outcome: 'failed', says: `The file was not sent: "${file}" is no name of a file. Name one without folders.` },
      ])
      expect(await readdir(join(root, 'deposits'))).toEqual([])
    },
  )

  test('does not get out by a link, be it a folder or the file itself', async () => {
    const toy = await world()
    await mkdir(join(root, 'elsewhere'))
    await mkdir(join(root, 'deposits', 'toy-grid'))
    await writeFile(join(root, 'elsewhere', 'kept'), 'mine')
    await symlink(join(root, 'elsewhere'), join(root, 'deposits', 'toy-grid', 'linked'))
    await symlink(join(root, 'elsewhere', 'kept'), join(root, 'deposits', 'toy-grid', fileName))

    await sendFile(toy, 'folder:linked')
    await sendFile(toy, 'folder:')

    expect(toy.outbox.list().map(({ attempts }) => attempts[0]?.outcome)).toEqual(['failed', 'delivered'])
    expect(await readdir(join(root, 'elsewhere'))).toEqual(['kept'])
    expect(await readFile(join(root, 'elsewhere', 'kept'), 'utf8')).toBe('mine')
  })

  test('that cannot be written fails with a word on what to do', async () => {
    const toy = await world()
    await mkdir(join(root, 'deposits', 'toy-grid', fileName), { recursive: true })

    await sendFile(toy, 'folder:')

    expect(toy.outbox.list()[0]?.attempts[0]?.says).toMatch(
      /^The file could not be written into "" \(\w+\): see that the folder may be written to\.$/,
    )
    expect(await inFolder()).toEqual([fileName])
  })

  test('stays in the outbox where the world has no folder for it', async () => {
    const toy = await filesWorld()

    await sendFile(toy, 'folder:in')

    expect(noticesIn(toy)).toMatchObject([
      {
        outcome: 'kept',
        says: 'Not delivered: this world has no folder for files. Start it with --deposits DIR, or take the file from the outbox.',
        file: { name: fileName, size: 1000 },
      },
    ])
    expect(await toy.outbox.file('notice-1')).toEqual({ file: fileName, bytes: fileBytes })
  })
})

describe('a fault of files', () => {
  test('truncated: the file arrives cut, and the outbox tells where', async () => {
    const toy = await world()
    toy.faults.arm(filesFault({ kind: 'truncated', at: 300 }))

    await sendFile(toy, 'folder:')

    expect(await readFile(join(root, 'deposits', 'toy-grid', fileName))).toEqual(fileBytes.subarray(0, 300))
    expect(toy.outbox.list()[0]).toMatchObject({
      file: { size: 1000 },
      attempts: [{ outcome: 'delivered', says: 'Delivered 300 of 1000 bytes.', fault: 'truncated' }],
    })
    expect(noticesIn(toy)).toMatchObject([{ file: { name: fileName, size: 300 }, fault: 'truncated' }])
    expect((await toy.outbox.file('notice-1')).bytes).toEqual(fileBytes)
  })

  test('late: the file arrives in its time', async () => {
    const toy = await world()
    toy.faults.arm(filesFault({ kind: 'late', by: 'P2D' }))

    await sendFile(toy, 'folder:')
    await toy.advance('P1D')
    expect(await readdir(join(root, 'deposits'))).toEqual([])
    await toy.advance('P1D')

    expect(await inFolder()).toEqual([fileName])
  })

  test('lost: the file never arrives', async () => {
    const toy = await world()
    toy.faults.arm(filesFault({ kind: 'lost' }))

    await sendFile(toy, 'folder:')

    expect(await readdir(join(root, 'deposits'))).toEqual([])
    expect(noticesIn(toy)).toMatchObject([{ outcome: 'lost', file: { name: fileName } }])
  })

  test('twice: it comes again, also to somebody who has taken it away meanwhile', async () => {
    const toy = await world()
    toy.faults.arm(filesFault({ kind: 'twice', by: 'PT6H' }))

    await sendFile(toy, 'folder:')
    await rm(join(root, 'deposits', 'toy-grid', fileName))
    await toy.advance('PT5H')
    expect(await inFolder()).toEqual([])
    await toy.advance('PT1H')

    expect(await inFolder()).toEqual([fileName])
    expect(noticesIn(toy).map(({ outcome, says, fault }) => [outcome, says, fault])).toEqual([
      ['delivered', undefined, 'twice'],
      ['postponed', 'It comes again at 2026-03-02T20:00:00.000Z.', 'twice'],
      ['delivered', undefined, undefined],
    ])
  })

  test.each([
    ['folder:flows/', 'flows-old'],
    ['folder:', 'in-old'],
  ])('misaddressed: a file for %s comes to %s', async (to, beside) => {
    const toy = await world()
    toy.faults.arm(filesFault({ kind: 'misaddressed' }))

    await sendFile(toy, to)

    expect(await inFolder()).toEqual([beside])
    expect(await inFolder(beside)).toEqual([fileName])
    expect(toy.outbox.list()[0]?.attempts).toMatchObject([{ to: `folder:${beside}`, fault: 'misaddressed' }])
  })
})
