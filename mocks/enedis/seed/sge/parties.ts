import type { EnedisHouse } from '../../dialect/index.ts'
import { giveName, you } from '../../domain/names.ts'
import { addressOf } from '../../domain/sge/files/channel.ts'
import type { ContratId, Login, Party, PartyCertificate, PartyId, State } from '../../model/index.ts'
import { defaultName, defaultSiren } from '../applications.ts'
import type { Given } from '../given.ts'
import { partiesOf, sgeOf, type GivenParty } from './given.ts'

/** Your EIC unless the scenario says another: well formed, and nobody's. */
const defaultEic = '17X000000000WPFZ'
/** Your user and your contract unless the scenario says others. */
export const defaultLogin = 'acme@wattproof.example'
export const defaultContract = '1111111'

/** The market parties of a story, with their users and contracts. */
export function openParties(state: State, given: Given, house: EnedisHouse): void {
  for (const [at, [name, told]] of Object.entries(partiesOf(given)).entries()) {
    const party = openParty(state, { name, told, given }, house)
    for (const login of told.users ?? [name === you ? defaultLogin : `${plain(name)}@wattproof.example`]) {
      state.sge.users[login as Login] = { login: login as Login, party, opensAt: house.now }
    }
    const contract = (told.contract ?? (name === you ? defaultContract : String(2_000_000 + at))) as ContratId
    const channel = name === you ? addressOf(sgeOf(given).channel) : null
    const about = { kind: 'FDS', state: 'active', siAnnex: null } as const
    state.sge.contracts[contract] = { id: contract, party, ...about, channel, habilitateurs: [] }
  }
}

type Told = { name: string; told: GivenParty; given: Given }

function openParty(state: State, { name, told, given }: Told, house: EnedisHouse): PartyId {
  const isYours = name === you
  const madeUpEic = `17X${house.ids.hex(13, 'eic', name).toUpperCase()}`
  const id = (told.eic ?? (isYours ? defaultEic : madeUpEic)) as PartyId
  const entity: Partial<Given['entity']> = isYours ? given.entity : {}
  const usual = isYours ? defaultSiren : String(house.ids.between(100_000_000, 899_999_999, 'siren', name))
  state.sge.parties[id] = {
    id,
    name: told.name ?? entity.name ?? (isYours ? defaultName : name.toUpperCase()),
    siren: told.siren ?? entity.siren ?? usual,
    certificate: certificateOf(name, told),
    reached: told.reached === 'nothing' ? null : told.reached,
    granted: grantedTo(told, house),
  }
  giveName(state, 'party', { name, id })
  if (isYours) state.sge.you = id
  return id
}

/** Only who has come all the way has anything granted. */
function grantedTo({ reached, homologated }: GivenParty, { now }: EnedisHouse): Party['granted'] {
  if (reached !== 'accessOpened') return {}
  return Object.fromEntries(homologated.map((name) => [name, now]))
}

/** The certificate of a party: its own where the story says so, otherwise the one that is minted for it. */
export function certificateOf(name: string, { certificate }: GivenParty): PartyCertificate {
  if (certificate && 'fingerprint' in certificate) return { by: 'fingerprint', value: certificate.fingerprint }
  return { by: 'commonName', value: certificate?.commonName ?? commonNameOf(name) }
}

/** What the certificates that are minted for a party are called. */
export const commonNameOf = (name: string) => `sge.${name === you ? 'acme-energie' : plain(name)}.example`

const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
