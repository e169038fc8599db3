import { generateKeyPairSync } from 'node:crypto'
import ssh2 from 'ssh2'

/** A key for SSH, minted now; the library’s own ones cannot always be read again. */
export function mintKey(): { privateKey: string; publicKey: string } {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const parsed = ssh2.utils.parseKey(privateKey)
  if (parsed instanceof Error) throw parsed
  return { privateKey, publicKey: `${parsed.type} ${parsed.getPublicSSH().toString('base64')}` }
}
