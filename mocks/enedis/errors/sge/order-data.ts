import type { Entry } from '../shapes.ts'
import { ours } from './entries.ts'

/** Which datum of an order each is about is not public. They are here for scenarios that have a client meet them. */
const datum = (code: string): Entry & { says: string } => ({
  ...ours(code, "Une donnée de la commande n'est pas recevable."),
  source: `ANNEX, ${code} among the codes of data of orders; the wording is ours`,
})

/** Codes about the data of an order. */
export const orderData = {
  sgeOrderData422: datum('SGT422'),
  sgeOrderData423: datum('SGT423'),
  sgeOrderData426: datum('SGT426'),
  sgeOrderData427: datum('SGT427'),
  sgeOrderData430: datum('SGT430'),
  sgeOrderData431: datum('SGT431'),
  sgeOrderData433: datum('SGT433'),
  sgeOrderData440: datum('SGT440'),
  sgeOrderData450: datum('SGT450'),
  sgeOrderData470: datum('SGT470'),
  sgeOrderData476: datum('SGT476'),
} as const satisfies Readonly<Record<string, Entry>>
