import { halfName } from './folder.ts'
import { NotTaken } from './upload.ts'

/** A place on somebody's server, as an address names it. */
export type Place = {
  host: string
  port: number | undefined
  user: string | undefined
  password: string | undefined
  /** The file's own path, and the one it has until all of it is there. */
  path: string
  halfPath: string
}

/** Reads `sftp://user:password@host:port/folder`; a folder that begins with `~/` lies where the user begins. */
export function placeOf(to: string, file: string): Place {
  const { hostname, port, username, password, pathname } = new URL(to)
  const folder = decoded(pathname)
    .replace(/\/*$/, '/')
    .replace(/^\/~\//, '')
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? undefined : Number(port),
    user: decoded(username) || undefined,
    password: decoded(password) || undefined,
    path: folder + file,
    halfPath: folder + halfName(file),
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new NotTaken('the address is not spelled as one: write %25 where it has a % of its own.')
  }
}
