import { card } from '../../../mocks/enedis/index.ts'
import type { State } from '../../../mocks/enedis/model/index.ts'
import { HeldWorld, type Doors } from '../../../src/sandbox/held-world.ts'
import { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { village } from '../enedis-sge-orders.ts'
import { hasOfficial, officialFolder } from '../soap/official.ts'
import { story } from '../worlds.ts'
import { nineteenOf, placesIn } from './index.ts'

/** What is subscribed to before anything begins, so that there is something to change, to renew and to stop. */
const services = {
  collected: { usagePoint: 'claire.sunny' },
  indexes: { usagePoint: 'claire.sunny', family: 'acces', measures: 'IDX' },
  energies: { usagePoint: 'claire.sunny', family: 'acces', measures: 'ENERGIE' },
} as const

/**
 * The village behind mutual TLS, and a good and a wrong call of each of the nineteen services. Whatever is said is held
 * against Enedis's own schemas, where they are here.
 */
export async function openVillageByTls() {
  const clock = { start: '2026-10-06T08:00:00.000Z', zone: 'Europe/Paris' }
  const scenario = story({ enedis: { ...village, sge: { services } } }, { clock })
  const folders = hasOfficial() ? { sgeSchemas: officialFolder } : {}
  const sandbox = await Sandbox.start({ cards: [card], portBase: 0, folders })
  const world = await sandbox.create('default', { scenario })
  const held = new HeldWorld<Doors>(sandbox, world)
  const env = await held.env()
  const places = world.read('enedis', (state) => placesIn(state as State))
  const told = (name: string) => env[name] ?? `${name} is not told`
  return {
    origin: told('WATTPROOF_ENEDIS_SGE_URL'),
    tls: {
      ca: told('WATTPROOF_CA_FILE'),
      certificate: told('WATTPROOF_ENEDIS_SGE_CERTIFICATE'),
      key: told('WATTPROOF_ENEDIS_SGE_KEY'),
    },
    places,
    nineteen: nineteenOf(places),
    /** What the mock has against what was said, by whichever side. */
    complaints: () => {
      const findings = world.journal.entries().filter((entry) => entry.kind === 'finding')
      return findings.filter(({ finding }) => /^(request|reply|schema)-/.test(finding)).map(({ says }) => says)
    },
    stop: () => held.stop(),
  }
}

export type VillageByTls = Awaited<ReturnType<typeof openVillageByTls>>
