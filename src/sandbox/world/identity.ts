import type { CertificateTrust } from '../../contract/certificate.ts'
import type { ClientCertificates, Credentials } from '../../toolbox/certificates/index.ts'
import type { WorldAddresses } from '../addresses.ts'
import type { OpenRoom } from '../exchange.ts'

/** Where ports are counted from when nobody says. */
const usualPortBase = 4700

/** Where a world's providers answer, what they show of themselves, and whom they trust. */
export class Identity {
  /** Who issues certificates here; null where nobody does, and none is good. */
  readonly clients: ClientCertificates | null
  /** Null as long as the world has no ports. */
  addresses: WorldAddresses | null = null

  constructor(clients: ClientCertificates | null) {
    this.clients = clients
  }

  /** Whose signatures count on a client's certificate. */
  get trust(): CertificateTrust {
    return this.clients?.trust ?? { trusted: [], revoked: [] }
  }

  /** What a provider shows of itself where it is the client. */
  async own({ card }: OpenRoom): Promise<Credentials | null> {
    const commonName = card.surfaces[0].hostNames[0] ?? card.id
    const order = { commonName, organization: card.title, key: 'rsa-2048', signedBy: 'sandbox' } as const
    return this.clients?.issue(`own/${card.id}`, order) ?? null
  }

  /** Where a surface answers; before the ports are open, where it usually would by https. */
  addressOf({ card, provider }: OpenRoom, surface: string, scheme: 'http' | 'https' = 'https'): string {
    const usual = card.surfaces.find(({ id }) => id === surface)
    return (
      this.addresses?.[provider]?.[surface]?.[scheme] ??
      `${scheme}://localhost:${usualPortBase + (usual?.[scheme] ?? 0)}`
    )
  }
}
