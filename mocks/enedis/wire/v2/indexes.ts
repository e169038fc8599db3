import type { IndexCalendar, IndexValue, IndexView } from '../../views/index.ts'
import { headOf, quantity, type About } from './measures.ts'

/**
 * What the dials showed as each day began: by the calendars of supplier and distributor, and in all. Read day by day
 * (COL, AQ); values are numbers here, where points have strings. Source: SWAGGER, index_consommation.
 */
export function encodeIndexes(about: About, { calendars, total }: IndexView): string {
  const dials = {
    ...quantity(about, { physical: 'EA', unit: 'Wh' }),
    calendrier: calendars.map(calendarTold),
    cadranTotalisateur: { codeCadran: total.dial, valeur: valuesTold(total.values) },
  }
  return JSON.stringify({
    ...headOf(about),
    modeCalcul: 'MESURE',
    grandeur: [],
    contexte: [{ etapeMetier: 'BRUT', contexteReleve: 'COL', typeReleve: 'AQ', grandeur: [dials] }],
  })
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
