import * as v from 'valibot'
import { action, named } from '../../../../src/contract/action.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { partyNamed, usagePointNamed, you } from '../../domain/names.ts'
import { deposit } from '../../domain/sge/files/deposit.ts'
import { endRound, orderToDeposit } from '../../domain/sge/files/due.ts'
import { archivesOrdered } from '../../domain/sge/files/ordered.ts'
import { orderOnPortal } from '../../domain/sge/orders/portal.ts'
import { stopToTell } from '../../domain/sge/files/stopped.ts'
import { archivesDue } from '../../domain/sge/files/transmission.ts'
import { recurrentFlows, type AffaireId, type State, type UsagePointId } from '../../model/index.ts'
import type { FlowArchive, FlowName, ForWhom } from '../../views/index.ts'
import { sealedArchive, type FlowFile, type Sealing } from '../../wire/flows/archive.ts'
import { asFound, writeOrdered } from '../../wire/flows/ordered-archives.ts'
import { writeRecurrent } from '../../wire/flows/recurrent.ts'
import { writeStop } from '../../wire/flows/stop.ts'
import { day, text } from '../../words.ts'

/** What the machines do by night that write the files of subscriptions. */
export const flows = {
  depositFlow: action(
    {
      title: 'the agenda has come to the time of day at which a flow is deposited, for all who subscribe to it',
      args: v.strictObject({ flow: v.picklist(recurrentFlows) }),
      basis: 'documented',
      source: 'FLOWGUIDE, publication by subscription; the times of day are ours',
    },
    (state: State, { flow }, house: EnedisHouse) => {
      const archives = archivesDue(state, flow, house)
      for (const archive of archives) {
        const written = writeRecurrent(archive, house.dialect)
        send(state, { ...written, flow: flowNameOf(archive) }, archive, house)
      }
      endRound(state, flow, house)
      return { deposited: archives.length }
    },
  ),

  orderHistory: action(
    {
      title: 'takes an order of history on the portal (M021): a CSV file, once, of 24 months at most',
      args: v.strictObject({
        usagePoint: named('usagePoint'),
        party: v.optional(named('party'), you),
        measures: v.optional(v.picklist(['CDC', 'IDX']), 'CDC'),
        from: day,
        until: day,
      }),
      basis: 'documented',
      source: 'FAQ, M021',
    },
    (state: State, { usagePoint, party, ...asked }, house: EnedisHouse) => {
      const about = { usagePoint: usagePointNamed(state, usagePoint), party: partyNamed(state, party) }
      return { affaire: orderOnPortal(state, { ...about, ...asked }, house).id }
    },
  ),

  depositOrder: action(
    {
      title: 'the agenda has come to the time at which the files of an order are deposited',
      args: v.strictObject({ affaire: text }),
      basis: 'documented',
      source: 'FLOWGUIDE, HDM and M023; how long it takes is ours',
    },
    (state: State, { affaire }, house: EnedisHouse) => {
      const order = orderToDeposit(state, affaire)
      if (order === undefined) return { deposited: [] }
      const { archives, refused } = archivesOrdered(state, order, house)
      const deposited: string[] = []
      for (const one of archives) {
        for (const written of writeOrdered(one)) {
          send(state, asFound(written, house.dialect), one, house)
          deposited.push(written.archive)
        }
      }
      order.deposited = { at: house.now, archives: deposited, refused: refused.map(({ usagePoint }) => usagePoint) }
      return { deposited }
    },
  ),

  depositStop: action(
    {
      title: 'the agenda has come to the time at which a file tells that a service was stopped',
      args: v.strictObject({ service: text }),
      basis: 'inferred',
      source: 'SGEGUIDE, since 26.x a flow tells of stops; what it is called and looks like is ours',
    },
    (state: State, { service }, house: EnedisHouse) => {
      const stop = stopToTell(state, service, house)
      if (stop === undefined) return { deposited: [] }
      const written = writeStop(stop)
      send(state, written, stop, house)
      return { deposited: [written.archive] }
    },
  ),
}

/** An archive that is written, on its way to being packed, sealed and sent. */
type Written = { flow: FlowName; archive: string; files: FlowFile[]; usagePoints: UsagePointId[] }

function send(
  state: State,
  { files, ...told }: Written,
  about: ForWhom & { order?: AffaireId },
  house: EnedisHouse,
): void {
  const pack = (sealing: Sealing) => sealedArchive(files, { at: about.at, sealing })
  const packing = { ...told, files: files.map(({ name }) => name), order: about.order ?? null, pack }
  deposit(state, packing, about, house)
}

function flowNameOf(archive: FlowArchive): FlowName {
  return archive.flow === 'R4' ? `R4${archive.frequency}` : archive.flow
}
