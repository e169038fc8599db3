import { importsOf } from './imports.ts'

/** The files under judgement: their text by path, real ones or planted ones. */
export type Files = Readonly<Record<string, string>>

/**
 * Who may import whom. A part is a path without its ending: `mocks/<p>/errors` is the file and the folder it may become
 * one day, and `<p>` is one room throughout a row. `types` may be imported as types only, `lazily` by `import()` only.
 */
export type Row = {
  from: string
  may: readonly string[]
  types?: readonly string[]
  lazily?: readonly string[]
  because: string
}

/** Something nobody under `from` may do, whatever the table allows. */
export type Never = { from: string; never: string; because: string }

/** What the table has against the files, a sentence each. The first row that knows a file judges it. */
export function importsAgainst(files: Files, table: readonly Row[], nevers: readonly Never[]): string[] {
  return Object.entries(files)
    .filter(([path]) => isCode(path))
    .flatMap(([path, text]) => {
      const row = table.find(({ from }) => placeIn(from, path) !== undefined)
      if (row === undefined) return [`${path} has no row in the table: say what it may import.`]
      return importsOf(path, text).flatMap(({ target, how }) => {
        const never = nevers.find((rule) => isNever(rule, path, target))
        if (never) return [`${path} imports ${target}: ${never.because}.`]
        const isIn = (parts: readonly string[] = []) => isOneOf(parts, path, row.from, target)
        if (isIn(row.may) || (how === 'as types' && isIn(row.types)) || (how === 'when needed' && isIn(row.lazily)))
          return []
        return [`${path} imports ${target} ${how}: ${row.because}.`]
      })
    })
}

/** Whether a file is program text of the house, the rooms or the conformance suite. */
export function isCode(path: string): boolean {
  return /^(src|mocks|conformance)\/.*\.(ts|tsx|js|mjs)$/.test(path)
}

function isOneOf(parts: readonly string[], path: string, from: string, target: string): boolean {
  const room = placeIn(from, path)?.room
  return parts.some((part) => {
    if (part === 'any package') return !isOurs(target)
    if (part === 'node:') return target.startsWith('node:')
    const place = placeIn(part, target)
    return place !== undefined && (place.room === undefined || room === undefined || place.room === room)
  })
}

function isNever({ from, never }: Never, path: string, target: string): boolean {
  const [here, there] = [placeIn(from, path), placeIn(never, target)]
  return here !== undefined && there !== undefined && (here.room === undefined || here.room !== there.room)
}

/** Whether a path lies in a part, and in whose room. */
function placeIn(part: string, path: string): { room: string | undefined } | undefined {
  const pattern = part.replace(/[.]/g, '\\.').replace('<p>', '(?<room>[^/]+)(?=/)')
  const found = new RegExp(`^${pattern}(\\.[jt]sx?$|/|$)`).exec(path)
  return found ? { room: found.groups?.['room'] } : undefined
}

function isOurs(target: string): boolean {
  return /^(\.\.|src|mocks|conformance|scenarios|test|\.config|dist)(\/|$)/.test(target)
}
