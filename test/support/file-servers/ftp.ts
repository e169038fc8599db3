import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { hasTool } from '../tools.ts'
import { forgetFolder, servedFolder, type FileServer } from './server.ts'

const python = '/usr/bin/python3'
export const hasFtpd = hasTool(python, '-c', 'import pyftpdlib')

const program = `
import sys
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer
FTPHandler.authorizer = DummyAuthorizer()
FTPHandler.authorizer.add_user('ann', 'secret', sys.argv[1], perm='elradfmw')
FTPHandler.auth_failed_timeout = 0
server = FTPServer(('127.0.0.1', 0), FTPHandler)
print(server.address[1], flush=True)
server.serve_forever()
`

/** An FTP server that ann opens with "secret". */
export async function ftpServer(): Promise<FileServer> {
  const folder = await servedFolder()
  const server = spawn(python, ['-c', program, folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(server, 'close')
  const [port] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
  return {
    ...{ port: Number(port), folder },
    address: (who = 'ann:secret') => `ftp://${who}@127.0.0.1:${port}/in`,
    close: async () => {
      server.kill()
      await ended
      forgetFolder(folder)
    },
  }
}
