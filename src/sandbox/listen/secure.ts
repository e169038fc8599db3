import { createSecureContext, TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { TlsVersions } from '../../contract/provider.ts'
import type { Credentials } from '../../toolbox/certificates/index.ts'
import type { SurfaceTls } from './surface.ts'

/** Speaks TLS over raw sockets in a surface's name. */
export class Securing {
  readonly #tls: SurfaceTls
  readonly #byName = new Map<string, SecureContext>()
  readonly #contexts = new Map<string, Promise<SecureContext>>()

  constructor(tls: SurfaceTls) {
    this.#tls = tls
  }

  /** Resolves with the secure socket after the handshake; a failed handshake resolves with nothing, and is over. */
  async secure(raw: Socket): Promise<TLSSocket | null> {
    const versions = await this.#tls.versions?.()
    const secureContext = await this.#default(versions)
    if (raw.destroyed) return null
    const { clientCertificate, byName } = this.#tls
    const secure = new TLSSocket(raw, {
      isServer: true,
      secureContext,
      // Those who speak only the older one are heard by every server that we know.
      ALPNProtocols: ['http/1.1', 'http/1.0'],
      requestCert: clientCertificate !== 'none',
      // OpenSSL then ends a handshake without a certificate. It judges none that is shown: only tls.Server does that.
      rejectUnauthorized: clientCertificate === 'required',
      ...(byName && {
        SNICallback: (name, give) => void this.#named(name, byName, versions).then((found) => give(null, found), give),
      }),
    })
    return new Promise((resolve) => {
      secure.once('secure', () => resolve(secure))
      secure.once('close', () => resolve(null))
      // A client that speaks no TLS, trusts nothing of ours or hangs up: its affair, and no reason to end the process.
      secure.on('error', () => raw.destroy())
    })
  }

  #default(versions: TlsVersions | undefined): Promise<SecureContext> {
    const key = keyOf(versions)
    const known = this.#contexts.get(key)
    if (known) return known
    const context = this.#tls.server().then((credentials) => contextOf(credentials, versions))
    this.#contexts.set(key, context)
    // The next client tries again.
    context.catch(() => this.#contexts.delete(key))
    return context
  }

  async #named(
    hostName: string,
    byName: NonNullable<SurfaceTls['byName']>,
    versions: TlsVersions | undefined,
  ): Promise<SecureContext | undefined> {
    const key = `${hostName} ${keyOf(versions)}`
    const known = this.#byName.get(key)
    if (known) return known
    const found = await byName(hostName)
    // Names we do not serve are the client's invention, and must not pile up here.
    if (found) this.#byName.set(key, contextOf(found, versions))
    return this.#byName.get(key)
  }
}

const keyOf = (versions: TlsVersions | undefined) => (versions ? `${versions.oldest} ${versions.newest}` : 'any')

function contextOf({ certificatePem, keyPem }: Credentials, versions: TlsVersions | undefined): SecureContext {
  return createSecureContext({
    cert: certificatePem,
    key: keyPem,
    ...(versions && { minVersion: versions.oldest, maxVersion: versions.newest }),
    // Weak keys and old hashes must get as far as the room, which has its own words for them.
    ciphers: 'DEFAULT@SECLEVEL=0',
    // We verify nobody here, so the 140 public authorities need not be read.
    ca: [],
    // Without it OpenSSL refuses to resume a session in which a client certificate was asked for.
    sessionIdContext: 'wattproof',
  })
}
