import { faultMeans } from '../contract/fault.ts'
import { camelCase } from '../contract/provider.ts'
import type { Entry } from '../ground/journal/index.ts'
import type { UntilSpec } from './scenario.ts'

/** Whether a journal entry is the event an `until` step waits for. */
export function isEvent(event: UntilSpec, entry: Entry): boolean {
  const wanted = event.outcome
  const isFrom = (provider: string) => event.provider === undefined || camelCase(provider) === event.provider
  switch (entry.kind) {
    case 'exchange': {
      if (!('call' in event) || entry.endpoint === null || !isFrom(entry.provider)) return false
      const { response } = entry
      const isGood = response !== null && response.status < 300
      return faultMeans({ on: event.call }, entry.endpoint) && isGood === (wanted === 'done')
    }
    case 'step':
      return 'step' in event && entry.action === event.step && entry.outcome === wanted
    case 'notice':
      return (
        'notice' in event && entry.notice === event.notice && (entry.outcome === 'delivered') === (wanted === 'done')
      )
    default:
      return false
  }
}

/** The event in words, for messages and `explain`. */
export function describeEvent(event: UntilSpec): string {
  const refused = event.outcome === 'refused' ? ', refused' : ''
  const whose = event.provider === undefined ? '' : ` of ${event.provider}`
  if ('call' in event) return `call of "${event.call}"${whose}${refused}`
  return 'step' in event ? `step "${event.step}"${refused}` : `notice "${event.notice}"${refused}`
}
