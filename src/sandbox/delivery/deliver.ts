import type { FileDelivery, HttpDelivery } from '../../contract/notice.ts'
import { putInFolder } from './folder.ts'
import { sendByHttp } from './http.ts'
import { sendByFtp } from './ftp.ts'
import { sendBySftp } from './sftp.ts'
import { failed, type Attempted, type Sending } from './sending.ts'

/** Who carries files, by the scheme of their address. */
const carriers: Readonly<Record<string, (sending: Sending<FileDelivery>) => Promise<Attempted>>> = {
  'folder:': putInFolder,
  'sftp:': sendBySftp,
  'ftp:': sendByFtp,
}

/** Makes one attempt at a delivery: files and requests have addresses of different kinds. */
export function deliver(sending: Sending): Promise<Attempted> {
  const { to, delivery } = sending
  const { protocol } = new URL(to)
  if ('file' in delivery) return carry(protocol, { ...sending, delivery })
  if (protocol === 'http:' || protocol === 'https:') return sendByHttp(sending as Sending<HttpDelivery>)
  return Promise.resolve(failed(`A request was not sent by ${protocol} It takes an address with http: or https:.`))
}

async function carry(protocol: string, sending: Sending<FileDelivery>): Promise<Attempted> {
  const { file } = sending.delivery
  const carrier = carriers[protocol]
  if (carrier === undefined)
    return failed(`The file was not sent by ${protocol} It takes an address with ${Object.keys(carriers).join(', ')}.`)
  if (isPlainName(file)) return carrier(sending)
  return failed(`The file was not sent: "${file}" is no name of a file. Name one without folders.`)
}

function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\u0000-\u001f]/.test(name)
}
