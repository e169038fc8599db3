import { MissingLibrary } from './library.ts'
import { failed, noAnswer, patienceMs, reasonOf, type Attempted } from './sending.ts'

/** Why a server did not take a file, where what there is to do about it is known. */
export class NotTaken extends Error {}

/** Uploads as long as patience lasts; `end` closes the connection, whatever became of it. */
export async function upload(by: string, work: () => Promise<void>, end: () => void): Promise<Attempted> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new NotTaken(noAnswer)), patienceMs)
  })
  try {
    await Promise.race([work(), late])
    return { outcome: 'delivered' }
  } catch (error) {
    return failed(`The file was not sent by ${by}: ${sentenceOf(error)}`)
  } finally {
    clearTimeout(timer)
    end()
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof NotTaken) return error.message
  if (error instanceof MissingLibrary) return `${error.message}.`
  const reason = reasonOf(error).replace(/\.$/, '')
  if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED')
    return `${reason}. Start the server there, or correct the address.`
  return `${reason}. See what the server says about it.`
}

/** What there is to do where a server lets nobody in. */
export function notLetIn(user: string | undefined): NotTaken {
  const who = user === undefined ? 'whoever has no name' : `"${user}"`
  return new NotTaken(`the server does not let ${who} in. Correct user and password in the address, or the key.`)
}

/** What there is to do where a server lets somebody in, and does not let them write. */
export function notWritten(path: string, reason: string): NotTaken {
  return new NotTaken(`${path} could not be written (${reason}). Make its folder, and let the user write there.`)
}
