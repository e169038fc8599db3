import * as fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2'
import { mintKey } from './key.ts'
import { forgetFolder, servedFolder, type FileServer } from './server.ts'

const { Server, utils } = ssh2
const { OK, FAILURE, NO_SUCH_FILE } = utils.sftp.STATUS_CODE

export type SftpServer = FileServer & {
  /** What was moved to its place, in order. */
  moved: string[]
  /** Open connections. */
  connections: Set<Connection>
}

type Options = {
  /** Lets somebody in by a key, who has no password. */
  publicKey?: string
  /** Says nothing once somebody has connected. */
  silent?: boolean
  /** Hangs up when the first bytes of a file come. */
  hangsUp?: boolean
}

/** An SFTP server that ann opens with "secret", or with a key. Its keys are minted when it starts. */
export async function sftpServer({ publicKey, silent = false, hangsUp = false }: Options = {}): Promise<SftpServer> {
  const folder = await servedFolder()
  const { privateKey: hostKey } = mintKey()
  const [moved, connections]: [string[], Set<Connection>] = [[], new Set()]
  const server = new Server({ hostKeys: [hostKey] }, (client) => {
    connections.add(client)
    client.on('close', () => connections.delete(client)).on('error', () => undefined)
    client.on('authentication', (asked) => {
      if (asked.method === 'password' && asked.username === 'ann' && asked.password === 'secret') return asked.accept()
      if (asked.method === 'publickey' && publicKey !== undefined && isKey(publicKey, asked.key.data))
        return asked.accept()
      asked.reject(['password', 'publickey'])
    })
    client.on('session', (accept) => {
      if (silent) return
      accept().on('sftp', (open) => {
        const sftp = open()
        serve(sftp, folder, moved)
        if (hangsUp) sftp.removeAllListeners('WRITE').on('WRITE', () => client.end())
      })
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, folder, moved, connections },
    address: (who = 'ann:secret') => `sftp://${who}@127.0.0.1:${port}/in`,
    close: async () => {
      for (const client of connections) client.end()
      await new Promise<void>((closed) => server.close(() => closed()))
      forgetFolder(folder)
    },
  }
}

function isKey(publicKey: string, data: Buffer): boolean {
  const parsed = utils.parseKey(publicKey)
  return !(parsed instanceof Error) && data.equals(parsed.getPublicSSH())
}

/** As plain as SFTP gets: nothing is moved over what is there. */
function serve(sftp: SFTPWrapper, folder: string, moved: string[]): void {
  const at = (path: string) => join(folder, path)
  const attempt = (id: number, work: () => void) => {
    try {
      work()
      sftp.status(id, OK)
    } catch (error) {
      sftp.status(id, (error as NodeJS.ErrnoException).code === 'ENOENT' ? NO_SUCH_FILE : FAILURE)
    }
  }
  sftp.on('OPEN', (id, path, flags) => {
    try {
      const handle = Buffer.alloc(4)
      handle.writeUInt32BE(fs.openSync(at(path), utils.sftp.flagsToString(flags) ?? 'r'))
      sftp.handle(id, handle)
    } catch {
      sftp.status(id, NO_SUCH_FILE)
    }
  })
  sftp.on('WRITE', (id, handle, offset, data) =>
    attempt(id, () => fs.writeSync(handle.readUInt32BE(), data, 0, data.length, offset)),
  )
  sftp.on('CLOSE', (id, handle) => attempt(id, () => fs.closeSync(handle.readUInt32BE())))
  sftp.on('REMOVE', (id, path) => attempt(id, () => fs.unlinkSync(at(path))))
  sftp.on('RENAME', (id, from, to) =>
    attempt(id, () => {
      if (fs.existsSync(at(to))) throw new Error('It is there already.')
      fs.renameSync(at(from), at(to))
      moved.push(`${from} to ${to}`)
    }),
  )
}
