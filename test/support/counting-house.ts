import { defineRoom, type Card, type Handshake, type SurfaceCard } from '../../src/contract/provider.ts'
import { endpoint, surfaceOf, type Visit } from '../../src/contract/endpoint.ts'
import { HeldWorld, type Doors } from '../../src/sandbox/held-world.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { judgeCertificate } from '../../src/toolbox/certificates/index.ts'
import { people } from './control.ts'
import { card as toyCard } from './toy/index.ts'
import { room } from './toy/room.ts'
import { story } from './worlds.ts'

const [api] = toyCard.surfaces
const vault: SurfaceCard = {
  ...{ id: 'vault', title: 'Toy Vault', http: 7, https: 17, bases: [''], hostNames: ['vault.example'] },
  ...{ clientCertificate: 'required', hasOwnEndpoints: true },
}

const cited = { basis: 'documented', source: 'TOY, section 9' } as const
const told = (visit: Pick<Visit<unknown, unknown, unknown>, 'surface' | 'base'>) => `${visit.surface} ${visit.base}`
const vaultDoors = [
  endpoint(
    'GET /count',
    { name: 'gold.read', by: 'client', identify: 'never', surface: 'vault', ...cited },
    (c, visit) => c.text(`gold, at ${told(visit)}`),
  ),
  endpoint('POST /gold', { name: 'gold.write', by: 'client', identify: 'never', surface: 'vault', ...cited }, (c) =>
    c.text('kept'),
  ),
]

/** Nobody comes to the vault with a certificate that is not good at the world's now. */
const handshake: Handshake<object, object> = {
  admits: ({ certificate }, { now, trust, surface }) => {
    if (surface !== 'vault') throw new Error(`${surface} asks for no certificates.`)
    return judgeCertificate(certificate, { now, ...trust }).verdict === 'good'
  },
}

const ordinary = room.certificates?.({}, { start: '2026-03-02T14:00:00.000Z' }) ?? {}
const good = ordinary['good'] as NonNullable<typeof ordinary.good>
const certificates = {
  good,
  stranger: { ...good, says: 'of a stranger', signedBy: 'stranger' },
  own: { ...good, says: 'signed by itself', signedBy: 'itself' },
  expired: { ...good, says: 'expired', notBefore: '2025-03-02T00:00:00Z', notAfter: '2026-03-02T00:00:00Z' },
  revoked: { ...good, says: 'taken back', isRevoked: true },
} as const

/** The toy with a second surface that has endpoints of its own and lets nobody in without a good certificate. */
export const card: Card = {
  ...toyCard,
  surfaces: [api, vault],
  open: async () => ({
    room: defineRoom({
      ...room,
      endpoints: [...room.endpoints, ...vaultDoors],
      handshake,
      certificates: () => certificates,
      unmatched: { ...room.unmatched, inTurn: 'before identify' },
      headers: (c) => ({ 'x-surface': surfaceOf(c) }),
    }),
  }),
}

/** A sandbox of it on free ports. */
export async function openCountingHouse() {
  const sandbox = await Sandbox.start({ cards: [card], portBase: 0, ownNames: { proxy: true } })
  return new HeldWorld<Doors>(sandbox, await sandbox.create('default', { scenario: story({ toyGrid: people }) }))
}
