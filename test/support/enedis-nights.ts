import { dialect, type EnedisHouse, type EnedisSettings } from '../../mocks/enedis/dialect/index.ts'
import { openCustomer, type CustomerTold } from '../../mocks/enedis/domain/customer-record.ts'
import { addMember } from '../../mocks/enedis/domain/members.ts'
import { startTransmission } from '../../mocks/enedis/domain/sge/files/due.ts'
import { keyNumbered } from '../../mocks/enedis/domain/sge/files/keys.ts'
import { openUsagePoint, type PointTold } from '../../mocks/enedis/domain/usage-point.ts'
import type {
  AffaireId,
  ContratId,
  PartyId,
  ServiceSouscritId,
  State,
  SubscribedService,
  UsagePoint,
} from '../../mocks/enedis/model/index.ts'
import { emptyState } from '../../mocks/enedis/seed/empty.ts'
import { utility } from '../../mocks/enedis/utility/index.ts'
import type { Deposit } from '../../mocks/enedis/views/index.ts'
import { settingsOf } from '../../src/contract/dialect.ts'
import type { Finding } from '../../src/contract/effect.ts'
import { Ids } from '../../src/ground/ids.ts'
import { decrypted } from '../../src/toolbox/aes.ts'
import { later } from '../../src/toolbox/calendar.ts'
import { isZip, unzipped } from '../../src/toolbox/zip.ts'

type Due = { id: string; at: string; action: string; args: object }
type Sent = { kind: string; to: string | null; at: string; content: object }

export const recipient = '17X000000000001W' as PartyId
export const contract = '1234567' as ContratId

/** Enedis by night: rules over a state of their own, an agenda that is walked, and what was sent meanwhile. */
export function openNights({ start = '2026-11-02T09:00:00.000Z', seed = 'seed', switches = {} }: Options = {}) {
  const state = emptyState()
  const settings = { ...settingsOf(dialect), ...switches } as EnedisSettings
  const ids = new Ids(seed, {})
  const agenda = new Map<string, Due>()
  const sent: Sent[] = []
  const findings: Finding[] = []
  let now = start

  state.sge.you = recipient
  state.sge.contracts[contract] = {
    id: contract,
    party: recipient,
    kind: 'FDS',
    state: 'active',
    channel: 'folder:',
    siAnnex: null,
    habilitateurs: [],
  }

  const houseNow = (): EnedisHouse => {
    const at = (instant: string, action: string, args: object) => {
      const id = `due-${ids.next('due')}`
      agenda.set(id, { id, at: later(now, instant, 'Europe/Paris'), action, args })
      return id
    }
    return {
      now,
      ids,
      dialect: settings,
      at,
      later: (delay, action, args) => at(delay, action, args),
      cancel: (due) => void agenda.delete(due),
      notify: (kind, to, content) => `notice-${sent.push({ kind, to, at: now, content })}`,
      note: (finding) => void findings.push(finding),
    }
  }

  const act = (action: string, args: object): unknown => {
    const named = utility as unknown as Record<
      string,
      { run: (state: State, args: object, house: EnedisHouse) => unknown }
    >
    return named[action]?.run(state, args, houseNow())
  }

  return {
    state,
    agenda,
    findings,
    house: houseNow,
    act,
    sent: () => sent,
    deposits: (flow?: string) =>
      sent.filter(({ kind }) => flow === undefined || kind === flow).map(({ content }) => content as Deposit),
    /** Lets time pass, and everything happen that is due meanwhile. */
    until(instant: string) {
      for (;;) {
        const next = [...agenda.values()].sort((one, other) => (one.at < other.at ? -1 : 1))[0]
        if (next === undefined || next.at > instant) break
        agenda.delete(next.id)
        now = next.at
        act(next.action.replace('utility.', ''), next.args)
      }
      now = instant
    },
    /** A usage point of somebody. */
    point(
      told: PointTold = {},
      holder: CustomerTold = {},
      name = `home ${Object.keys(state.usagePoints).length}`,
    ): UsagePoint {
      const maker = { now, ids }
      const customer = openCustomer(state, { name, told: holder }, maker)
      return openUsagePoint(state, { name, customer, told: { commissionedOn: '2026-01-05', ...told } }, maker)
    },
    /** A service on a point, active and transmitted from now on. */
    subscribe(point: UsagePoint, told: Partial<SubscribedService> = {}): SubscribedService {
      const service: SubscribedService = {
        id: String(40_000_000 + ids.next('service')) as ServiceSouscritId,
        affaire: `A000000${ids.next('affaire')}` as AffaireId,
        party: recipient,
        contract,
        environment: 'production',
        usagePoint: point.id,
        direction: 'consumption',
        type: 'TRANSREC',
        measures: 'CDC',
        family: 'collecte',
        fiche: 'F300C',
        option: null,
        step: null,
        corrected: false,
        periodicity: 'P1D',
        publications: [],
        collects: false,
        orderedAt: now,
        activeAt: now,
        from: now.slice(0, 10),
        until: null,
        stopped: null,
        ...told,
      }
      state.sge.subscriptions[service.id] = service
      addMember(state.index.subscriptionsOn, point.id, service.id)
      startTransmission(state, service, houseNow())
      return service
    },
    /** The files of a deposit, decrypted with the key that it says it was encrypted with. */
    open: (deposit: Deposit, key = deposit.encryption?.key ?? 1) => {
      const bytes = Buffer.from(deposit.bytes, 'base64')
      const archive = deposit.encryption === null ? bytes : decrypted(bytes, keyNumbered(contract, key, settings))
      if (!isZip(archive)) throw new Error('This is no archive.')
      return unzipped(archive).map(({ name, bytes: file }) => ({ name, text: new TextDecoder().decode(file) }))
    },
  }
}

type Options = { start?: string; seed?: string; switches?: Record<string, string> }
export type Nights = ReturnType<typeof openNights>
