import type { Day } from '../model/index.ts'
import type { IndexView } from '../views/index.ts'

/**
 * What dials showed, by calendar and in all, as V3, the files of SGE and Data Connect of 2026 tell it alike but for how
 * they write the moment at which a day began. Source: SWAGGER, index_consommation of 2026.
 */
export function calendarsTold({ calendars, total }: IndexView, momentOf: (day: Day) => string) {
  const told = ({ dial, values }: IndexView['total']) => ({
    codeCadran: dial,
    valeur: values.map(({ day, wh }) => ({ d: momentOf(day), v: wh, iv: 0 })),
  })
  return {
    calendrier: calendars.map(({ id, label, classes }) => ({
      idCalendrier: id,
      libelleCalendrier: label,
      classeTemporelle: classes.map((one) => ({
        idClasseTemporelle: one.id,
        libelleClasseTemporelle: one.label,
        ...told(one),
      })),
    })),
    cadranTotalisateur: told(total),
  }
}
