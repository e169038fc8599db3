import type { PgeHouse } from '../dialect/index.ts'
import type { Mail } from '../views.ts'

/** Writes a letter of the process. It has no address to be delivered to: the outbox is where it is read. */
export function sendMail(kind: string, mail: Mail, house: PgeHouse): void {
  house.notify(`mail.${kind}`, null, mail)
}
