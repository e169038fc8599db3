import { spawn } from 'node:child_process'
import { chownSync, chmodSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { hasTool } from '../tools.ts'
import { mintKey } from './key.ts'
import { forgetFolder, servedFolder, type FileServer } from './server.ts'

const program = '/usr/sbin/sshd'
export const hasSshd = hasTool('test', '-x', program)

/** Somebody without rights: the server needs none, and root would be served as nobody else is. */
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 }

/** OpenSSH’s own server, for whoever runs it; it opens by the key it is given, and its own is minted. */
export async function sshd(publicKey: string): Promise<FileServer> {
  const folder = await servedFolder()
  const { uid, gid, username } = userInfo()
  const who = uid === 0 ? nobody : { name: username, uid, gid }
  const own = (path: string, mode: number) => {
    chmodSync(path, mode)
    chownSync(path, who.uid, who.gid)
    return path
  }
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return own(join(folder, name), 0o600)
  }
  own(folder, 0o700)
  own(join(folder, 'in'), 0o700)
  const hostKey = write('host-key', mintKey().privateKey)
  const keys = write('keys', publicKey)
  const port = await freePort()
  const settings = [
    ...[`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${hostKey}`, `AuthorizedKeysFile ${keys}`],
    ...['StrictModes no', 'UsePAM yes', 'PasswordAuthentication no', 'PidFile none', 'Subsystem sftp internal-sftp'],
  ]
  const config = write('config', settings.join('\n'))
  const server = spawn(program, ['-D', '-e', '-f', config], {
    uid: who.uid,
    gid: who.gid,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((done) => server.once('close', () => done()))
  const said: string[] = []
  await new Promise<void>((ready, fail) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line)
      if (line.startsWith('Server listening')) ready()
    })
    void ended.then(() => fail(new Error(`sshd ended: ${said.join('\n')}`)))
  })
  return {
    ...{ port, folder },
    address: (user = who.name) => `sftp://${user}@127.0.0.1:${port}${folder}/in`,
    close: async () => {
      server.kill()
      await ended
      forgetFolder(folder)
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
