import type { IndexCalendar, IndexValue, IndexView } from '../../views/index.ts'
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
export function dialsTold(about: Pick<About, 'direction'>, { calendars, total }: IndexView): object {
  return {
    ...quantity(about, { physical: 'EA', unit: 'Wh' }),
    calendrier: calendars.map(calendarTold),
    cadranTotalisateur: { codeCadran: total.dial, valeur: valuesTold(total.values) },
  }
}

function calendarTold({ id, label, classes }: IndexCalendar): object {
  return {
    idCalendrier: id,
    libelleCalendrier: label,
    classeTemporelle: classes.map((one) => ({
      idClasseTemporelle: one.id,
      libelleClasseTemporelle: one.label,
      codeCadran: one.dial,
      valeur: valuesTold(one.values),
    })),
  }
}

function valuesTold(values: readonly IndexValue[]): object[] {
  return values.map(({ day, wh }) => ({ d: `${day} 00:00:00`, v: wh, iv: 0 }))
}
