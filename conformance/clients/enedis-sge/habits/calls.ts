import type { Operation } from '../kit.ts'
import { dayOf, timeOf } from '../../paris.ts'
import { isHoliday, isWeekend } from '../holidays.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import { Closed, NotNow, Refused } from '../trouble.ts'
import type { Answer } from '../wire/answers.ts'

const halfHourMs = 30 * 60_000

/** How SGE is called. */
export const calls = {
  /** Calls a service with words by the names that it has for them; whoever calls, and under which contract, is added. */
  async call(run: Run, operation: Operation, words: Words): Promise<Answer> {
    const { habits, line } = run
    habits.mustBeOpen(run)
    const whole = { ...habits.ourselves(run), ...words }
    const isOrder = habits.isOrder(operation)
    if (isOrder) habits.mayOrder(run, operation, whole)
    // What is under way counts as sent: an answer may never come.
    if (isOrder) habits.rememberOrder(run, operation, whole)
    try {
      return await line.call(operation, whole)
    } catch (error) {
      if (error instanceof Refused && habits.isAsGoodAsDone(error.code))
        return { code: error.code, text: error.text, body: {} }
      throw error
    }
  },

  /** Each service has its own word for who calls. */
  ourselves({ setting: { login, contract } }: Run): Words {
    return { initiateurLogin: login, loginUtilisateur: login, loginDemandeur: login, contratId: contract }
  },

  /** A service that is active already is what we wanted. */
  isAsGoodAsDone(code: string): boolean {
    return code === 'SGT570'
  },

  mustBeOpen(run: Run): void {
    if (run.habits.isOpen(run)) return
    const because = `It is ${timeOf(run.setting.now)} in Paris: homologation is open on working days, 9 to 12 and 14 to 18.`
    throw new Closed('closed: we wait', because)
  },

  /** Homologation opens on working days, from nine to twelve and from two to six; production always. */
  isOpen({ setting: { environment, now } }: Run): boolean {
    if (environment === 'production') return true
    const [day, time] = [dayOf(now), timeOf(now)]
    if (isWeekend(day) || isHoliday(day)) return false
    return (time >= '09:00' && time < '12:00') || (time >= '14:00' && time < '18:00')
  },

  /** Everything but searches and readings asks Enedis to do something. */
  isOrder(operation: Operation): boolean {
    return operation.startsWith('command')
  },

  /** An identical order within half an hour is refused, and may be one that was taken and whose answer was lost. */
  mayOrder(run: Run, operation: Operation, words: Words): void {
    const { memory, setting, habits } = run
    const sentAt = memory.sent[habits.identityOf(operation, words)]
    if (sentAt === undefined || Date.parse(setting.now) - Date.parse(sentAt) >= halfHourMs) return
    throw new NotNow(
      'ordered already: we wait half an hour',
      `${operation} was ordered at ${sentAt}, in the same words.`,
    )
  },

  rememberOrder(run: Run, operation: Operation, words: Words): void {
    run.memory.sent[run.habits.identityOf(operation, words)] = run.setting.now
    run.save()
  },

  /** What makes two orders identical: all their words. */
  identityOf(operation: Operation, words: Words): string {
    return `${operation} ${JSON.stringify(words)}`
  },
}
