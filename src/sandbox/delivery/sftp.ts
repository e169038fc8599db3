import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Client, ConnectConfig, SFTPWrapper } from 'ssh2'
import type { FileDelivery } from '../../contract/notice.ts'
import { library } from './library.ts'
import { placeOf, type Place } from './place.ts'
import { reasonOf, type Attempted, type Sending } from './sending.ts'
import { NotTaken, notLetIn, notWritten, upload } from './upload.ts'

/** How long a server may take to say goodbye. */
const goodbyeMs = 500

/** Puts a file on an SFTP server, where it appears at once and whole. Servers on a developer's machine mint their keys. */
export function sendBySftp({ to, delivery, sftpKey, isWary }: Sending<FileDelivery>): Promise<Attempted> {
  let client: Client | undefined
  const work = async () => {
    const place = placeOf(to, delivery.file)
    const privateKey = place.password === undefined && sftpKey !== null ? await keyIn(sftpKey) : undefined
    const ssh = await library('ssh2', () => import('ssh2'))
    client = new ssh.Client()
    await connect(client, place, { ...(privateKey && { privateKey }), hostVerifier: () => !isWary })
    const cutOff = hungUp(client)
    const sftp = await Promise.race([promisify(client.sftp.bind(client))(), cutOff])
    await Promise.race([writeWhole(sftp, place, delivery.bytes), cutOff])
  }
  return upload('SFTP', work, () => hangUp(client))
}

async function keyIn(file: string): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new NotTaken(`the private key in ${file} could not be read (${error.code}). Name another file.`)
  })
}

function connect(client: Client, place: Place, how: ConnectConfig): Promise<void> {
  const { host, port, user, password } = place
  return new Promise((ready, fail) => {
    client.once('ready', ready)
    // They stay: what goes wrong later is told by what it interrupts.
    client.on('close', () => fail(new Error('the connection was closed')))
    client.on('error', (error) => fail(error.level === 'client-authentication' ? notLetIn(user) : error))
    client.connect({
      ...{ host, readyTimeout: 0, username: user ?? 'anonymous' },
      ...(port !== undefined && { port }),
      ...(password !== undefined && { password }),
      ...how,
    })
  })
}

async function writeWhole(sftp: SFTPWrapper, { path, halfPath }: Place, bytes: Uint8Array): Promise<void> {
  // Told by what it interrupts, too.
  sftp.on('error', () => undefined)
  try {
    await promisify<string, Buffer, void>(sftp.writeFile.bind(sftp))(halfPath, Buffer.from(bytes))
    await moveOver(sftp, halfPath, path)
  } catch (error) {
    throw notWritten(path, reasonOf(error))
  }
}

/** Plain SFTP moves nothing to a name that is taken; most servers have a word of their own that does. */
async function moveOver(sftp: SFTPWrapper, from: string, to: string): Promise<void> {
  const move = promisify<string, string, void>(sftp.rename.bind(sftp))
  const moveOver = promisify<string, string, void>(sftp.ext_openssh_rename.bind(sftp))
  try {
    await moveOver(from, to)
  } catch {
    await promisify<string, void>(sftp.unlink.bind(sftp))(to).catch(() => undefined)
    await move(from, to)
  }
}

/** Rejects when the server ends the connection: nobody answers what is under way any more. */
function hungUp(client: Client): Promise<never> {
  const cutOff = new Promise<never>((_, fail) => {
    client.once('close', () => fail(new Error('the server hung up before all of it was there')))
  })
  // Long after the file has arrived, it is no news.
  cutOff.catch(() => undefined)
  return cutOff
}

/** In good order, and by force where nobody answers to that. */
function hangUp(client: Client | undefined): void {
  if (client === undefined) return
  const byForce = setTimeout(() => client.destroy(), goodbyeMs)
  client.once('close', () => clearTimeout(byForce))
  client.end()
}
