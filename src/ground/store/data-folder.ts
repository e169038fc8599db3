import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { codeOf, DataError } from './data-error.ts'
import { jsonFile, type JsonObject } from './json-file.ts'
import { takeLock, unusable } from './lock.ts'
import { Store } from './store.ts'
import { openWorldFile, WorldFile } from './world-file.ts'

/** A snapshot on disk: readable text that a person can compare, keep under version control, or mend. */
export type TextFile = { path: string; read(): Promise<JsonObject | undefined>; write(held: object): Promise<void> }

/** `--data DIR`: where worlds and their snapshots outlive the process. One process uses a folder at a time. */
export class DataFolder {
  readonly path: string
  readonly #unlock: () => Promise<void>
  readonly #open = new Map<string, Store<object> | 'opening'>()

  private constructor(path: string, unlock: () => Promise<void>) {
    this.path = path
    this.#unlock = unlock
  }

  static async open(dir: string): Promise<DataFolder> {
    const path = resolve(dir)
    await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      throw unusable(path, error)
    })
    return new DataFolder(path, await takeLock(path, join(path, 'wattproof.lock')))
  }

  /** The store of one world, as its file has it; a world without a file begins with `fresh`. */
  async store<Root extends object>(name: string, fresh: () => Root): Promise<Store<Root>> {
    const path = join(this.path, 'worlds', `${fileName(name)}.json`)
    if (this.#open.has(name)) throw new DataError(`Could not open the world ${name}: it is open already. Use that one.`)
    this.#open.set(name, 'opening')
    try {
      const store = await this.#openStore(name, path, fresh)
      this.#open.set(name, store)
      return store
    } catch (error) {
      this.#open.delete(name)
      throw error
    }
  }

  /** The file of one snapshot of a world; it reads as nothing until it is written. */
  async text(world: string, name: string): Promise<TextFile> {
    const path = join(this.#snapshotsOf(world), `${fileName(name)}.json`)
    const file = await jsonFile<JsonObject>(path, (found) => found)
    return {
      path,
      read: async () => (await file.read()) ?? undefined,
      write: (held) => file.write(held as JsonObject),
    }
  }

  /** The names of a world's snapshots, in alphabetical order. */
  async texts(world: string): Promise<string[]> {
    const folder = this.#snapshotsOf(world)
    const names = await readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return []
      throw unusable(folder, error)
    })
    return names
      .filter((name) => /^[^.].*\.json$/.test(name))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
  }

  /** Saves and closes every world, then lets the next process in. */
  async close(): Promise<void> {
    const stores = [...this.#open.values()].filter((store) => store !== 'opening')
    const closed = await Promise.allSettled(stores.map((store) => store.close()))
    await this.#unlock()
    for (const one of closed) if (one.status === 'rejected') throw one.reason
  }

  async #openStore<Root extends object>(name: string, path: string, fresh: () => Root): Promise<Store<Root>> {
    const { db, isNew } = await openWorldFile(path)
    const keeper = new WorldFile(db, () => this.#open.delete(name))
    const store = new Store(isNew ? fresh() : (db.data.state as Root), { keeper })
    if (isNew) store.read((root) => keeper.changed(root))
    await store.saved() // a folder that cannot be written to is found out now, not at the first request
    return store
  }

  #snapshotsOf(world: string): string {
    return join(this.path, 'snapshots', fileName(world))
  }
}

/** World and snapshot names become file names, so they may hold nothing that leads elsewhere. */
function fileName(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) return name
  const remedy = 'Use at most 100 letters, digits, dots, dashes and underscores, the first a letter or digit.'
  throw new DataError(`Could not name a file after "${name}": a file cannot safely have that name. ${remedy}`)
}
