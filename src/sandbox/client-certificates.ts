import type { CertificateFiles, IssuedCertificate, WantedCertificate } from '../contract/certificate.ts'
import { UnknownWord } from '../ground/nearest.ts'
import type { OpenRoom } from './exchange.ts'
import type { World } from './world/index.ts'

/** The certificates that a room has for clients in this story, by kind. */
export function wantedCertificates(world: World, open: OpenRoom): Record<string, WantedCertificate> {
  return { ...open.room.certificates?.(world.givenOf(open), { start: world.scenario.clock.start }) }
}

/** Mints a client's certificate of a kind, or hands out the one that was minted before. */
export async function issueCertificate(world: World, open: OpenRoom, kind: string): Promise<IssuedCertificate> {
  const wanted = wantedCertificates(world, open)
  const order = Object.hasOwn(wanted, kind) ? wanted[kind] : undefined
  if (order === undefined)
    throw new UnknownWord(`${open.provider} has no certificate of the kind "${kind}".`, kind, Object.keys(wanted))
  if (world.identity.clients === null) throw new Error('This world issues no certificates: give it somebody who does.')
  return world.identity.clients.issue(`${world.name}/${open.card.id}/${kind}`, order)
}

/** Those that the client under test is given with its credentials. */
export async function handedOut(world: World, open: OpenRoom): Promise<Record<string, CertificateFiles>> {
  const kinds = Object.entries(wantedCertificates(world, open)).filter(([, { isHandedOut }]) => isHandedOut)
  const issued = kinds.map(async ([kind]) => [kind, await issueCertificate(world, open, kind)] as const)
  return Object.fromEntries(await Promise.all(issued))
}
