import { Readable } from 'node:stream'
import type { Client } from 'basic-ftp'
import type { FileDelivery } from '../../contract/notice.ts'
import { library } from './library.ts'
import { placeOf, type Place } from './place.ts'
import { reasonOf, type Attempted, type Sending } from './sending.ts'
import { notLetIn, notWritten, upload } from './upload.ts'

/** What servers answer a login with that they refuse. */
const notLoggedIn = 530

/** Puts a file on an FTP server, where it appears at once and whole. */
export function sendByFtp({ to, delivery }: Sending<FileDelivery>): Promise<Attempted> {
  let client: Client | undefined
  const work = async () => {
    const place = placeOf(to, delivery.file)
    const ftp = await library('basic-ftp', () => import('basic-ftp'))
    client = new ftp.Client(0, { allowSeparateTransferHost: false })
    await enter(client, place)
    await writeWhole(client, place, delivery.bytes)
  }
  return upload('FTP', work, () => client?.close())
}

async function enter(client: Client, { host, port, user, password }: Place): Promise<void> {
  try {
    const who = { ...(user !== undefined && { user }), ...(password !== undefined && { password }) }
    await client.access({ host, ...(port !== undefined && { port }), ...who })
  } catch (error) {
    throw codeOf(error) === notLoggedIn ? notLetIn(user) : error
  }
}

async function writeWhole(client: Client, { path, halfPath }: Place, bytes: Uint8Array): Promise<void> {
  try {
    await client.uploadFrom(Readable.from(Buffer.from(bytes)), halfPath)
    await moveOver(client, halfPath, path)
  } catch (error) {
    throw notWritten(path, reasonOf(error))
  }
}

/** Most servers move a file over what has its name; others want the name to be free. */
async function moveOver(client: Client, from: string, to: string): Promise<void> {
  try {
    await client.rename(from, to)
  } catch {
    await client.remove(to, true)
    await client.rename(from, to)
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
