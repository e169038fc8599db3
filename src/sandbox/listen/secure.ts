import { createSecureContext, TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { Credentials } from '../../toolbox/certificates/index.ts'
import type { SurfaceTls } from './surface.ts'

/** Speaks TLS over raw sockets in a surface's name. */
export class Securing {
  readonly #tls: SurfaceTls
  readonly #byName = new Map<string, SecureContext>()
  #context: Promise<SecureContext> | undefined

  constructor(tls: SurfaceTls) {
    this.#tls = tls
  }

  /** Resolves with the secure socket after the handshake; a failed handshake resolves with nothing, and is over. */
  async secure(raw: Socket): Promise<TLSSocket | null> {
    const secureContext = await this.#default()
    if (raw.destroyed) return null
    const { clientCertificate, byName } = this.#tls
    const secure = new TLSSocket(raw, {
      isServer: true,
      secureContext,
      ALPNProtocols: ['http/1.1'],
      requestCert: clientCertificate !== 'none',
      // OpenSSL then ends a handshake without a certificate. It judges none that is shown: only tls.Server does that.
      rejectUnauthorized: clientCertificate === 'required',
      ...(byName && {
        SNICallback: (name, give) => void this.#named(name, byName).then((found) => give(null, found), give),
      }),
    })
    return new Promise((resolve) => {
      secure.once('secure', () => resolve(secure))
      secure.once('close', () => resolve(null))
      // A client that speaks no TLS, trusts nothing of ours or hangs up: its affair, and no reason to end the process.
      secure.on('error', () => raw.destroy())
    })
  }

  #default(): Promise<SecureContext> {
    this.#context ??= this.#tls.server().then(contextOf)
    // The next client tries again.
    this.#context.catch(() => (this.#context = undefined))
    return this.#context
  }

  async #named(hostName: string, byName: NonNullable<SurfaceTls['byName']>): Promise<SecureContext | undefined> {
    const known = this.#byName.get(hostName)
    if (known) return known
    const found = await byName(hostName)
    // Names we do not serve are the client's invention, and must not pile up here.
    if (found) this.#byName.set(hostName, contextOf(found))
    return this.#byName.get(hostName)
  }
}

function contextOf({ certificatePem, keyPem }: Credentials): SecureContext {
  return createSecureContext({
    cert: certificatePem,
    key: keyPem,
    // We verify nobody here, so the 140 public authorities need not be read.
    ca: [],
    // Without it OpenSSL refuses to resume a session in which a client certificate was asked for.
    sessionIdContext: 'wattproof',
  })
}
