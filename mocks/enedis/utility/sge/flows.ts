import * as v from 'valibot'
import { action } from '../../../../src/contract/action.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { deposit } from '../../domain/sge/deposit.ts'
import { expectRound } from '../../domain/sge/deposits.ts'
import { archivesDue } from '../../domain/sge/transmission.ts'
import { recurrentFlows, type RecurrentFlow, type State } from '../../model/index.ts'
import { sealedArchive } from '../../wire/flows/archive.ts'
import { writeRecurrent } from '../../wire/flows/recurrent.ts'
import type { FlowArchive, FlowName } from '../../views/index.ts'

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
      for (const archive of archives) depositArchive(state, archive, house)
      endRound(state, flow, house)
      return { deposited: archives.length }
    },
  ),
}

function depositArchive(state: State, archive: FlowArchive, house: EnedisHouse): void {
  const { archive: name, files, usagePoints } = writeRecurrent(archive, house.dialect)
  const told = { flow: flowNameOf(archive), archive: name, files: files.map((file) => file.name), usagePoints }
  const pack = (sealing: Parameters<typeof sealedArchive>[1]['sealing']) =>
    sealedArchive(files, { at: archive.at, sealing })
  deposit(state, { ...told, order: null, pack }, archive, house)
}

function flowNameOf(archive: FlowArchive): FlowName {
  return archive.flow === 'R4' ? `R4${archive.frequency}` : archive.flow
}

function endRound(state: State, flow: RecurrentFlow, house: EnedisHouse): void {
  delete state.sge.rounds[flow]
  expectRound(state, flow, house)
}
