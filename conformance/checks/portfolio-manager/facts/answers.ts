import type { Evidence } from '../../../evidence.ts'
import { callsOf, type Call, type Item, type Kind } from './calls.ts'
import { truth } from './view.ts'

/** An answer of the client to a request, done or refused. */
export type Answer = Item & { call: Call; action: 'Accept' | 'Reject' | undefined }

const answering: Readonly<Record<string, Kind>> = {
  'connection.answer': 'account',
  'propertyShare.answer': 'property',
  'meterShare.answer': 'meter',
}

/** Every answer the client gave, in order. */
export function answersOf(evidence: Evidence): Answer[] {
  return callsOf(evidence).flatMap((call) => {
    const kind = answering[call.endpoint ?? '']
    if (kind === undefined || call.item === undefined) return []
    const { action } = (call.entry.request.decoded ?? {}) as { action?: Answer['action'] }
    return [{ kind, id: call.item.id, call, action }]
  })
}

/** How a request stands at a moment: its status, whoever's item it is. */
export function statusAt(evidence: Evidence, { kind, id }: Item, moment: { id: number }): string | undefined {
  const view = truth(evidence).after(moment)
  if (kind === 'account') return view.connections[id]?.status
  return (kind === 'property' ? view.propertyShares : view.meterShares)[id]?.status
}
