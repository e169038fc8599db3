import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mintAuthority } from './authority.ts'
import { privateFolder, writePrivate } from './private-file.ts'
import type { Credentials } from './mint.ts'

/** The folder's authority cannot be used again: says which file and what to do. */
export class CertificateFolderError extends Error {
  override name = 'CertificateFolderError'
}

/**
 * Keeps the sandbox's authority where clients can find it, readable by its user only. Without `at` the folder is a
 * temporary one, goes with `close()`, and never holds the secret key; with `at` (a data folder) the authority found
 * there is used again, so that clients which trusted it yesterday still do.
 */
export class CertificateFolder {
  readonly path: string
  /** The authority's certificate for clients to trust; there as soon as `authority()` has resolved. */
  readonly caFile: string
  readonly #keyFile: string | null
  readonly #name: string
  #authority: Promise<Credentials> | undefined
  /** The authority's certificate once it is known: nothing can have been signed by it before. */
  #known: string | undefined

  constructor({ at, name }: { at?: string; name: string }) {
    this.path = at === undefined ? temporaryFolder() : privateFolder(resolve(at))
    this.caFile = join(this.path, 'ca.pem')
    this.#keyFile = at === undefined ? null : join(this.path, 'ca-key.pem')
    this.#name = name
  }

  /** Finds or mints the authority, on first use; asking again gives the same one. */
  authority(): Promise<Credentials> {
    this.#authority ??= this.#findOrMint().then((found) => {
      this.#known = found.certificatePem
      return found
    })
    return this.#authority
  }

  /** The authorities whose signatures count; none before the first certificate is wanted. */
  get trusted(): readonly string[] {
    return this.#known === undefined ? [] : [this.#known]
  }

  /** Takes the temporary folder away; a data folder stays. */
  async close(): Promise<void> {
    if (this.#keyFile) return
    await this.#authority?.catch(() => undefined)
    removeTemporary(this.path)
  }

  async #findOrMint(): Promise<Credentials> {
    const found = this.#keyFile && (await findAuthority(this.caFile, this.#keyFile))
    if (found) return found
    const minted = await mintAuthority({ name: this.#name })
    if (this.#keyFile) await writePrivate(this.#keyFile, minted.keyPem)
    await writePrivate(this.caFile, minted.certificatePem)
    return minted
  }
}

async function findAuthority(caFile: string, keyFile: string): Promise<Credentials | null> {
  const present = [caFile, keyFile].filter((file) => existsSync(file))
  if (present.length === 0) return null
  if (present.length === 1) throw unusable(caFile, keyFile, 'one of the two files is missing')
  await Promise.all(present.map((file) => chmod(file, 0o600)))
  const [certificatePem, keyPem] = await Promise.all([readFile(caFile, 'utf8'), readFile(keyFile, 'utf8')])
  const wrong = whatIsWrong(certificatePem, keyPem)
  if (wrong) throw unusable(caFile, keyFile, wrong)
  return { certificatePem, keyPem }
}

function whatIsWrong(certificatePem: string, keyPem: string): string | null {
  try {
    const key = createPrivateKey(keyPem)
    if (!new X509Certificate(certificatePem).checkPrivateKey(key)) return 'they do not belong together'
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? null : 'the key is not one of ours (EC P-256)'
  } catch {
    return 'they are damaged'
  }
}

function unusable(caFile: string, keyFile: string, why: string): CertificateFolderError {
  return new CertificateFolderError(
    `Cannot use the certificate authority in ${caFile} and ${keyFile}: ${why}. ` +
      'Restore them from a copy, or delete both and let every client trust the new one.',
  )
}

const temporaryFolders = new Set<string>()

/** Made 0700 by mkdtemp. A process that ends without closing its sandboxes leaves none behind either. */
function temporaryFolder(): string {
  if (temporaryFolders.size === 0) process.on('exit', removeAllTemporary)
  const path = mkdtempSync(join(tmpdir(), 'wattproof-tls-'))
  temporaryFolders.add(path)
  return path
}

function removeTemporary(path: string): void {
  rmSync(path, { recursive: true, force: true })
  temporaryFolders.delete(path)
  if (temporaryFolders.size === 0) process.off('exit', removeAllTemporary)
}

function removeAllTemporary(): void {
  for (const path of temporaryFolders) rmSync(path, { recursive: true, force: true })
}
