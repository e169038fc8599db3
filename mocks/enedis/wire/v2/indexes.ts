import type { IndexView } from '../../views/index.ts'
import { calendarsTold } from '../dials.ts'
import { headOf, quantity, type About } from './measures.ts'

/**
 * What the dials showed as each day began: by the calendars of supplier and distributor, and in all. Read day by day
 * (COL, AQ); values are numbers here, where points have strings. Source: SWAGGER, index_consommation.
 */
export function encodeIndexes(about: About, view: IndexView): string {
  return JSON.stringify({
    ...headOf(about),
    modeCalcul: 'MESURE',
    grandeur: [],
    contexte: [{ etapeMetier: 'BRUT', contexteReleve: 'COL', typeReleve: 'AQ', grandeur: [dialsTold(about, view)] }],
  })
}

/** The dials of a direction, which the files of SGE tell alike. */
export function dialsTold(about: Pick<About, 'direction'>, view: IndexView): object {
  return { ...quantity(about, { physical: 'EA', unit: 'Wh' }), ...calendarsTold(view, (day) => `${day} 00:00:00`) }
}
