import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { X509Certificate } from 'node:crypto'
import { mintAuthority } from './authority.ts'
import { mintClientCertificate, mintSelfSignedCertificate, type ClientCertificate } from './client.ts'
import type { CertificateFolder } from './folder.ts'
import type { Trust } from './judge.ts'
import type { Credentials } from './mint.ts'
import { privateFolder, writePrivate } from './private-file.ts'

/** A client's certificate as it is ordered, flaws included. */
export type Order = ClientCertificate & {
  signedBy: 'sandbox' | 'stranger' | 'itself'
  isRevoked?: true
  hasWrongKey?: true
}

/** A certificate with its chain, and its key, as text and as files. */
export type Issued = Credentials & { certificateFile: string; keyFile: string }

/**
 * Issues clients' certificates in the sandbox's name, into files that clients can read, and remembers which of them
 * were taken back. One that lies there already is handed out again, so that a registration stays good after a restart.
 */
export class ClientCertificates {
  readonly #folder: CertificateFolder
  readonly #underWay = new Map<string, Promise<Issued>>()
  readonly #minted = new Map<string, Promise<Credentials>>()
  #stranger: Promise<Credentials> | undefined
  #revoked: string[] | undefined

  constructor(folder: CertificateFolder) {
    this.#folder = folder
  }

  /** What a judge must know of the sandbox's own authority. */
  get trust(): Required<Trust> {
    return { trusted: this.#folder.trusted, revoked: this.#serials() }
  }

  /** Issues what was ordered under a name such as `default/some-utility/good`, once. */
  issue(name: string, order: Order): Promise<Issued> {
    const issuing = this.#underWay.get(name) ?? this.#findOrIssue(name, order)
    this.#underWay.set(name, issuing)
    issuing.catch(() => this.#underWay.delete(name))
    return issuing
  }

  async #findOrIssue(name: string, order: Order): Promise<Issued> {
    // Whoever is issued a certificate is soon judged by it.
    await this.#folder.authority()
    const at = join(this.#folder.path, 'clients', ...name.split('/'))
    const files = { certificateFile: `${at}.pem`, keyFile: `${at}-key.pem` }
    if (existsSync(files.certificateFile) && existsSync(files.keyFile)) return { ...files, ...(await read(files)) }
    const { certificatePem, keyPem } = await this.#mint(order)
    privateFolder(join(at, '..'))
    if (order.isRevoked) await this.#revoke(certificatePem)
    await writePrivate(files.keyFile, keyPem)
    await writePrivate(files.certificateFile, certificatePem)
    return { ...files, certificatePem, keyPem }
  }

  /** Worlds that order alike get the same, as keys take long to make; one that is to be revoked is nobody else's. */
  #mint(order: Order): Promise<Credentials> {
    if (order.isRevoked) return this.#mintAnew(order)
    const key = JSON.stringify(order)
    const minting = this.#minted.get(key) ?? this.#mintAnew(order)
    this.#minted.set(key, minting)
    minting.catch(() => this.#minted.delete(key))
    return minting
  }

  async #mintAnew({ signedBy, hasWrongKey, ...wanted }: Order): Promise<Credentials> {
    const minted = await this.#signed(signedBy, wanted)
    if (!hasWrongKey) return minted
    const { keyPem } = await this.#signed(signedBy, wanted)
    return { ...minted, keyPem }
  }

  async #signed(by: Order['signedBy'], wanted: ClientCertificate): Promise<Credentials> {
    if (by === 'itself') return mintSelfSignedCertificate(wanted)
    if (by === 'sandbox') return mintClientCertificate(await this.#folder.authority(), wanted)
    this.#stranger ??= mintAuthority({ name: 'An authority nobody trusts' })
    return mintClientCertificate(await this.#stranger, wanted)
  }

  async #revoke(certificatePem: string): Promise<void> {
    const serials = this.#serials()
    serials.push(new X509Certificate(certificatePem).serialNumber)
    await writePrivate(this.#revokedFile, serials.map((serial) => `${serial}\n`).join(''))
  }

  #serials(): string[] {
    this.#revoked ??= existsSync(this.#revokedFile)
      ? readFileSync(this.#revokedFile, 'utf8').split('\n').filter(Boolean)
      : []
    return this.#revoked
  }

  get #revokedFile(): string {
    return join(this.#folder.path, 'revoked.txt')
  }
}

async function read({ certificateFile, keyFile }: Omit<Issued, keyof Credentials>): Promise<Credentials> {
  const [certificatePem, keyPem] = await Promise.all([readFile(certificateFile, 'utf8'), readFile(keyFile, 'utf8')])
  return { certificatePem, keyPem }
}
