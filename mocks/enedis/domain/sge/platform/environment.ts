import { inZone } from '../../../../../src/toolbox/calendar.ts'
import type { Look } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type { Instant, SgeEnvironment } from '../../../model/index.ts'
import type { Seen } from '../../../views/index.ts'
import { paris } from '../../paris.ts'
import { isWorkingDay } from './working-days.ts'

/** Which platform is asked: the name under which it is asked says it, and otherwise the story. */
export function environmentOf(state: Seen, hostName: string | null): SgeEnvironment {
  const name = hostName?.toLowerCase() ?? ''
  if (/^sge-homologation-(ws|b2b)\./.test(name)) return 'homologation'
  if (/^sge-(ws|b2b)\./.test(name)) return 'production'
  return state.sge.environment
}

/** Whether SGE still answers, or answers already, under a name: those of before 2024 say b2b (R39). */
export function isHostServed(hostName: string | null, { sgeHost }: Pick<Look['dialect'], 'sgeHost'>): boolean {
  const [, word] = /^sge-(?:homologation-)?(ws|b2b)\./i.exec(hostName ?? '') ?? []
  return sgeHost === 'both' || word === undefined || word === sgeHost
}

/** Homologation is open on working days of its sessions, in the morning and in the afternoon. Source: FAQ, homologation. */
export function isOpen({ sge }: Seen, environment: SgeEnvironment, now: Instant): boolean {
  if (environment === 'production') return true
  const [day = '', time = ''] = inZone(now, paris).split('T')
  const isInSession = sge.sessions?.some(({ from, until }) => from <= day && day <= until) ?? true
  return isInSession && isWorkingDay(day) && opening.some(({ from, until }) => from <= time && time < until)
}

const opening = [
  { from: '09:00', until: '12:00' },
  { from: '14:00', until: '18:00' },
] as const

/** Outside its hours homologation answers nobody; how, is a switch. */
export function mustBeOpen(state: Seen, environment: SgeEnvironment, { now, dialect }: Look): void {
  if (isOpen(state, environment, now)) return
  throw dialect.closedHours === 'sgt506' ? refuse.sgeClosed() : refuse.sgeClosedPage()
}
