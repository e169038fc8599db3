import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DataError, DataFolder, Store, type Keeper } from '../../src/ground/store/index.ts'
import { WorldFile, type Kept } from '../../src/ground/store/world-file.ts'

type World = { count: number; notes: string[] }
const fresh = (): World => ({ count: 0, notes: [] })

let workshop: string
let dir: string
let children: ChildProcess[] = []
let folders: DataFolder[] = []

beforeAll(async () => {
  workshop = await mkdtemp(join(tmpdir(), 'wattproof-store-'))
  const entry = new URL('../../src/ground/store/index.ts', import.meta.url).pathname
  const outfile = join(workshop, 'store.mjs')
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
})

beforeEach(async () => {
  dir = join(await mkdtemp(join(workshop, 'case-')), 'data')
})

afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  await Promise.allSettled(folders.map((folder) => folder.close()))
  children = []
  folders = []
})

afterAll(() => rm(workshop, { recursive: true, force: true }))

async function open(): Promise<DataFolder> {
  const folder = await DataFolder.open(dir)
  folders.push(folder)
  return folder
}

type OtherProcess = { child: ChildProcess; lines: AsyncIterator<string> }

/** Another process that uses our store, tells a line at a time, and lives until it is killed or has nothing to do. */
function otherProcess(does: string, { startedBy = [] as string[] } = {}): OtherProcess {
  const script = `const { DataFolder, Store } = await import(${JSON.stringify(join(workshop, 'store.mjs'))})
    const dir = ${JSON.stringify(dir)}
    const fresh = () => ({ count: 0, notes: [] })
    ${does}`
  const [command = '', ...args] = [...startedBy, process.execPath, '--input-type=module', '-e', script]
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

const holdsTheFolder = `await (await DataFolder.open(dir)).store('default', fresh)
  console.log('open')
  process.stdin.resume()`

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('a world in a data folder', () => {
  test('is there again after the process that changed it has closed it', async () => {
    const first = await open()
    const store = await first.store('default', fresh)
    store.change((root) => root.notes.push('kept'))
    await first.close()

    const again = await (await open()).store('default', fresh)

    expect(again.read((root) => root)).toEqual({ count: 0, notes: ['kept'] })
    expect(again.isKept).toBe(true)
  })

  test('is readable text in a folder that only its user may enter', async () => {
    await (await open()).store('default', fresh)

    const text = await readFile(join(dir, 'worlds/default.json'), 'utf8')

    expect(text).toBe('{\n  "format": 1,\n  "state": {\n    "count": 0,\n    "notes": []\n  }\n}\n')
    for (const path of [dir, join(dir, 'worlds')]) expect((await stat(path)).mode & 0o777).toBe(0o700)
  })

  test('loses nothing that was saved when its process is killed', async () => {
    let acknowledged = 0
    for (const round of [1, 2, 3]) {
      const { child, lines } = otherProcess(`
        const store = await (await DataFolder.open(dir)).store('default', fresh)
        for (;;) {
          const { result } = store.change((root) => (root.notes.push('x'.repeat(2000)), ++root.count))
          await store.saved()
          console.log(String(result).padStart(9, '0'))
        }`)
      while (acknowledged < round * 20) acknowledged = Number((await lines.next()).value)
      await killed(child)
      for (let line = await lines.next(); !line.done; line = await lines.next()) acknowledged = Number(line.value)
    }

    const { count, notes } = (await (await open()).store('default', fresh)).read((root) => root)

    expect(acknowledged).toBeGreaterThanOrEqual(60)
    expect(count).toBeGreaterThanOrEqual(acknowledged)
    expect(notes).toHaveLength(count)
  })

  test('is opened once at a time, and again once it is closed', async () => {
    const folder = await open()
    const store = await folder.store('default', fresh)

    await expect(folder.store('default', fresh)).rejects.toThrow('it is open already')
    await store.close()

    const both = await Promise.allSettled([folder.store('default', fresh), folder.store('default', fresh)])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })

  test('keeps a key that is no ordinary key elsewhere', async () => {
    const folder = await open()
    const noAccounts = (): { accounts: Record<string, string> } => ({ accounts: {} })
    const odd = await folder.store('odd', noAccounts)
    odd.change(({ accounts }) => (accounts['__proto__'] = 'odd'))
    await odd.close()

    const again = await folder.store('odd', noAccounts)

    expect(again.read(({ accounts }) => accounts['__proto__'])).toBe('odd')
  })

  test('is not named in a way that leads elsewhere', async () => {
    const folder = await open()

    for (const name of ['../evil', '.hidden', '', 'a/b', 'x'.repeat(101)]) {
      await expect(folder.store(name, fresh)).rejects.toThrow(DataError)
      await expect(folder.text('default', name)).rejects.toThrow(DataError)
    }
  })
})

describe('a damaged file', () => {
  const damages: [what: string, text: string, why: string][] = [
    ['cut short', '{ "format": 1, "state": { "cou', 'it is not valid JSON'],
    ['empty', '', 'it is not valid JSON'],
    ['no object', '[1]', 'it does not hold a JSON object'],
    ['of another format', '{ "format": 2, "state": {} }', 'its "format" is 2 where this version reads 1'],
    ['without a state', '{ "format": 1 }', 'its "state" is not an object'],
  ]

  test.each(damages)('that is %s is named with what to do, and left as it is', async (_, text, why) => {
    const path = join(dir, 'worlds/default.json')
    await mkdir(join(dir, 'worlds'), { recursive: true })
    await writeFile(path, text)
    const folder = await open()

    const opened = folder.store('default', fresh)

    await expect(opened).rejects.toThrow(DataError)
    await expect(opened).rejects.toThrow(`Could not read ${path}: ${why}`)
    await expect(opened).rejects.toThrow('Move it away to start afresh, or put a good copy')
    expect(await readFile(path, 'utf8')).toBe(text)
    expect(await readdir(join(dir, 'worlds'))).toEqual(['default.json'])
  })

  test('can be replaced by a snapshot while the folder stays open', async () => {
    await mkdir(join(dir, 'worlds'), { recursive: true })
    await writeFile(join(dir, 'worlds/default.json'), 'oops')
    const folder = await open()
    await expect(folder.store('default', fresh)).rejects.toThrow(DataError)
    const snapshot = await folder.text('default', 'good')
    await snapshot.write({ format: 1, world: 'default', state: { count: 9, notes: [] } })

    await writeFile(join(dir, 'worlds/default.json'), await readFile(snapshot.path))

    expect((await folder.store('default', fresh)).read(({ count }) => count)).toBe(9)
  })
})

describe('the folder', () => {
  test('is refused to a second process in one sentence, until the first is gone', async () => {
    const { child, lines } = otherProcess(holdsTheFolder)
    await lines.next()

    await expect(open()).rejects.toThrow(DataError)
    await expect(open()).rejects.toThrow(
      `Could not open the data folder ${dir}: another one (process ${child.pid}) is using it.`,
    )
    await killed(child)

    expect((await (await open()).store('default', fresh)).read((root) => root)).toEqual(fresh())
  })

  test('is refused to a second opening in this process, and free once closed', async () => {
    const folder = await open()

    await expect(open()).rejects.toThrow('this very process is using it')
    await folder.close()

    await expect(open()).resolves.toBeInstanceOf(DataFolder)
    expect(await readdir(dir)).toEqual(['wattproof.lock'])
  })

  test('is taken over from a process that died, though another has its number by now', async () => {
    await mkdir(dir)
    const claims = [{ pid: process.ppid, started: '1' }, { pid: 2 ** 22 + 1 }]
    for (const claim of claims.map((holder) => JSON.stringify(holder))) {
      await writeFile(join(dir, 'wattproof.lock'), claim)

      const folder = await open()

      expect(JSON.parse(await readFile(join(dir, 'wattproof.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
      await folder.close()
    }
  })

  test.runIf(existsSync('/proc/self/stat'))('is taken over from a dead process that nobody has buried', async () => {
    // sleep inherits the process as a child, and will never ask how it ended
    const startedBy = ['sh', '-c', '"$@" & exec sleep 60', 'sh']
    const { lines } = otherProcess(`console.log(process.pid); setInterval(() => {}, 60_000); ${holdsTheFolder}`, {
      startedBy,
    })
    const pid = Number((await lines.next()).value)
    await lines.next()

    process.kill(pid, 'SIGKILL')
    await vi.waitUntil(() => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '), { interval: 5 })

    await expect(open()).resolves.toBeInstanceOf(DataFolder)
  })

  test('left by the dead goes to one of several that ask at once', async () => {
    await mkdir(dir)
    await writeFile(join(dir, 'wattproof.lock'), JSON.stringify({ pid: 2 ** 22 + 1 }))
    const asks = `const open = await DataFolder.open(dir).then(() => 'open', (error) => error.name)
      console.log(open)
      process.stdin.resume()`

    const all = await Promise.all([1, 2, 3, 4].map(async () => (await otherProcess(asks).lines.next()).value as string))

    expect(all.sort()).toEqual(['DataError', 'DataError', 'DataError', 'open'])
  })

  test('with a lock that is none of ours is refused, and the file left alone', async () => {
    await mkdir(dir)
    await writeFile(join(dir, 'wattproof.lock'), 'front door')

    await expect(open()).rejects.toThrow(`${join(dir, 'wattproof.lock')} is no lock of ours. Move it away.`)
    expect(await readFile(join(dir, 'wattproof.lock'), 'utf8')).toBe('front door')
  })

  test('that is no folder is refused with what to do', async () => {
    await writeFile(dir, 'a file')

    await expect(open()).rejects.toThrow(DataError)
    await expect(open()).rejects.toThrow('Choose a folder that you may read and write.')
  })

  test('keeps snapshots as readable text under the name of their world', async () => {
    const folder = await open()
    const snapshot = await folder.text('default', 'before-sale')
    expect([await snapshot.read(), await folder.texts('default')]).toEqual([undefined, []])

    await snapshot.write({ format: 1, state: { tower: 'olive' } })

    expect(snapshot.path).toBe(join(dir, 'snapshots/default/before-sale.json'))
    expect(await readFile(snapshot.path, 'utf8')).toBe(
      '{\n  "format": 1,\n  "state": {\n    "tower": "olive"\n  }\n}\n',
    )
    expect(await snapshot.read()).toEqual({ format: 1, state: { tower: 'olive' } })
    expect(await folder.texts('default')).toEqual(['before-sale'])
    await writeFile(snapshot.path, '{')
    await expect(snapshot.read()).rejects.toThrow(`Could not read ${snapshot.path}: it is not valid JSON`)
  })
})

describe('saving', () => {
  /** A file that takes as long as the test says, and remembers what was written to it. */
  function slowFile(): {
    keeper: Keeper
    written: number[]
    begun: () => Promise<void>
    finish: (error?: Error) => void
  } {
    const written: number[] = []
    const begins: (() => void)[] = []
    const ends: ((error?: Error) => void)[] = []
    const db = {
      data: { format: 1, state: {} } as Kept,
      write: () => {
        written.push((db.data.state as World).count)
        begins.shift()?.()
        return new Promise<void>((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())))
      },
    }
    const begun = () => new Promise<void>((resolve) => begins.push(resolve))
    return { keeper: new WorldFile(db), written, begun, finish: (error) => ends.shift()?.(error) }
  }

  test('writes once for the changes of one turn, and once for all that come while it writes', async () => {
    const { keeper, written, begun, finish } = slowFile()
    const store = new Store(fresh(), { keeper })
    const first = begun()
    for (let time = 0; time < 10; time++) await Promise.resolve(store.change((root) => root.count++))
    const savedTen = store.saved()
    await first
    const second = begun()
    for (let time = 0; time < 10; time++) await nextTurn(store.change((root) => root.count++))
    const savedTwenty = store.saved().then(() => written.length)

    expect(written).toEqual([10])
    finish()
    await savedTen
    await second
    finish()

    expect(await savedTwenty).toBe(2)
    expect(written).toEqual([10, 20])
  })

  test('is only said to be done when the write that holds the change is finished', async () => {
    const { keeper, begun, finish } = slowFile()
    const store = new Store(fresh(), { keeper })
    const said: string[] = []
    const first = begun()
    store.change((root) => root.count++)
    const early = store.saved().then(() => said.push('early'))
    await first
    store.change((root) => root.count++)
    const second = begun()
    const late = store.saved().then(() => said.push('late'))

    finish()
    await early
    await second
    expect(said).toEqual(['early'])

    finish()
    await late
    expect(said).toEqual(['early', 'late'])
  })

  test('that fails is told to whoever asks, and tried again when asked again', async () => {
    const { keeper, written, begun, finish } = slowFile()
    const store = new Store(fresh(), { keeper })
    const first = begun()
    store.change((root) => root.count++)
    const failed = store.saved()
    await first
    finish(new DataError('disk full'))
    await expect(failed).rejects.toThrow('disk full')

    const second = begun()
    const saved = store.saved()
    await second
    finish()
    await saved

    expect(written).toEqual([1, 1])
  })

  test('does not write for a change that changed nothing', async () => {
    const { keeper, written } = slowFile()
    const store = new Store(fresh(), { keeper })

    store.change((root) => (root.count = 0))
    await store.close()

    expect(written).toEqual([])
  })

  test('to a folder that was removed under it makes the folder anew', async () => {
    const store = await (await open()).store('default', fresh)
    await rm(join(dir, 'worlds'), { recursive: true })

    store.change((root) => root.count++)
    await store.saved()

    await expect(access(join(dir, 'worlds/default.json'))).resolves.toBe(undefined)
  })

  test('to a folder that can no longer be written to says so', async () => {
    const store = await (await open()).store('default', fresh)
    await rm(join(dir, 'worlds'), { recursive: true })
    await writeFile(join(dir, 'worlds'), 'in the way')

    store.change((root) => root.count++)

    await expect(store.saved()).rejects.toThrow(DataError)
    await expect(store.saved()).rejects.toThrow(`Could not write ${join(dir, 'worlds/default.json')}: `)
  })
})
