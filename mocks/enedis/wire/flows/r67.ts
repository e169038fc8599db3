import type { BillingView } from '../../views/index.ts'
import { dialsTold } from '../v2/indexes.ts'
import { quantity } from '../v2/measures.ts'
import type { Filled } from './filled.ts'
import { filesOf, type OrderHead } from './order-files.ts'

const labels =
  'Identifiant PRM;Grandeur metier;Grandeur physique;Unite;Date de releve;Declencheur;Calendrier;Classe temporelle;Cadran;Index'

/**
 * Readings for bills, with what every dial showed: one context for each reading. That there is a file of this name is
 * documented; what stands in it is built like R64. Source: FLOWGUIDE, M023, R67; INF, its fields.
 */
export function encodeR67(head: OrderHead, bills: Iterable<BillingView>, limit?: { most: number }): Generator<Filled> {
  return filesOf(head, bills, { flow: 'R67', tell: billTold, labels, rows: rowsOf }, limit)
}

function billTold({ usagePoint, direction, from, until, readings }: BillingView): object {
  return {
    idPrm: usagePoint,
    etapeMetier: 'BEST',
    periode: { dateDebut: from, dateFin: until },
    contexte: readings.map(({ day, trigger, ...view }) => ({
      etapeMetier: 'BEST',
      contexteReleve: 'FACT',
      typeReleve: 'AQ',
      motifReleve: trigger,
      dateReleve: day,
      grandeur: [dialsTold({ direction }, view)],
    })),
  }
}

function rowsOf({ usagePoint, direction, readings }: BillingView): string {
  const { grandeurMetier, grandeurPhysique, unite } = quantity({ direction }, { physical: 'EA', unit: 'Wh' })
  const rows = readings.flatMap(({ day, trigger, calendars, total }) => {
    const head = [usagePoint, grandeurMetier, grandeurPhysique, unite, day, trigger]
    const dials = calendars.flatMap(({ id, classes }) =>
      classes.flatMap((one) => one.values.map(({ wh }) => [...head, id, one.id, one.dial, wh])),
    )
    return [...dials, ...total.values.map(({ wh }) => [...head, '', '', total.dial, wh])]
  })
  return rows.map((row) => `${row.join(';')}\n`).join('')
}
