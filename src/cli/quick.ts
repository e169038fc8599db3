import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { constants, Script } from 'node:vm'

type Loaded = { exports: object }
type Run = (
  module: Loaded,
  use: {
    require: (name: string) => unknown
    later: (name: string) => Promise<object>
    beside: (name: string) => Promise<object>
    url: string
  },
) => void

const loaded = new Map<string, Loaded>()
const nodes = createRequire(import.meta.url)

/**
 * Loads a part of the build, as a script that was compiled when it was built: Node 20 keeps no compiled modules, and
 * compiling takes a third of a start. What another Node has compiled is compiled again, and nobody notices but a clock.
 */
export function load(name: string): object {
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const module: Loaded = { exports: {} }
  loaded.set(name, module)
  const url = new URL(`./${name}`, import.meta.url)
  try {
    compiled(fileURLToPath(url))(module, { require, later, beside, url: url.href })
  } catch (error) {
    // Whoever asks again must not be given half of it.
    loaded.delete(name)
    throw error
  }
  return module.exports
}

function compiled(file: string): Run {
  const script = new Script(readFileSync(`${file}.script`, 'latin1'), {
    filename: `${file}.script`,
    ...(existsSync(`${file}.compiled`) && { cachedData: readFileSync(`${file}.compiled`) }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  return script.runInThisContext() as Run
}

function require(name: string): unknown {
  return name.startsWith('./') ? load(name.slice(2)) : nodes(name)
}

/** Not before whoever asks has gone on, as with modules. */
function later(name: string): Promise<object> {
  return Promise.resolve().then(() => load(name))
}

/** A package that is no part of the build. Imported here, in a module: Node warns of imports that scripts make. */
function beside(name: string): Promise<object> {
  return import(name) as Promise<object>
}
