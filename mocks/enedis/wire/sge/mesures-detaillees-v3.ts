import {
  integer,
  intOf,
  nillable,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { booleen, jour, pointId } from './common.ts'
import { serviceSansEntete, sous } from './sge-service.ts'

const quantities = ['DD', 'PA', 'DE', 'DQ', 'E', 'EA', 'ER', 'ERC', 'ERI', 'PMA', 'PRC', 'PRI', 'TF', 'TOUT'] as const

const quantity = {
  grandeurMetier: required(oneOf(['CONS', 'PROD', 'TOUT'])),
  grandeurPhysique: required(oneOf(quantities)),
  unite: required(text()),
}
const points = sequence({
  v: nillable(required(text())),
  /** The end of the interval, `YYYY-MM-DD HH:MM:SS` in Paris, without an offset. */
  d: required(text()),
  p: optional(text()),
  n: optional(text()),
  tc: optional(text()),
  iv: optional(text()),
  ec: optional(text()),
})

const valeur = sequence({ d: required(text()), v: required(integer()), iv: required(intOf([0, 1, 2])) })
const classeTemporelle = sequence({
  idClasseTemporelle: optional(text()),
  libelleClasseTemporelle: optional(text()),
  codeCadran: optional(text()),
  valeur: repeated(valeur),
})
const calendrier = sequence({
  idCalendrier: required(text()),
  libelleCalendrier: required(text()),
  classeTemporelle: repeated(classeTemporelle, { least: 1 }),
})
const contexte = sequence({
  etapeMetier: required(text()),
  contexteReleve: required(oneOf(['COL', 'TOP', 'FMR', 'CRD', 'CRI'])),
  typeReleve: required(oneOf(['AP', 'AQ', 'AS', 'AV', 'LC', 'RM', 'RC'])),
  motifReleve: optional(text()),
  grandeur: repeated(
    sequence({
      ...quantity,
      calendrier: repeated(calendrier),
      cadranTotalisateur: optional(sequence({ codeCadran: optional(text()), valeur: repeated(valeur) })),
    }),
    { least: 1 },
  ),
})

/** Curves, energies, peaks and indexes of a point, as they are told today. */
export const mesuresDetailleesV3 = serviceSansEntete({
  at: 'ConsultationMesuresDetaillees/v3.0',
  operation: 'consulterMesuresDetailleesV3',
  namespace: sous('services/consultationmesuresdetaillees/common'),
  described: sous('services/consultationmesuresdetaillees/v3.0'),
  action: sous('services/consultationmesuresdetaillees/v3.0'),
  names: { reply: 'consulterMesuresDetailleesResponseV3' },
  request: sequence({
    demande: required(
      sequence({
        initiateurLogin: required(text()),
        pointId: required(pointId),
        mesuresTypeCode: required(oneOf(['COURBE', 'PMAX', 'ENERGIE', 'INDEX'])),
        grandeurPhysique: required(text()),
        dateDebut: required(jour),
        dateFin: required(jour),
        mesuresPas: optional(oneOf(['P1D', 'P1M'])),
        mesuresCorrigees: required(booleen),
        sens: required(oneOf(['INJECTION', 'SOUTIRAGE'])),
        cadreAcces: required(oneOf(['ACCORD_CLIENT', 'SERVICE_ACCES', 'EST_TITULAIRE'])),
      }),
    ),
  }),
  reply: sequence({
    pointId: optional(pointId),
    mesuresCorrigees: optional(oneOf(['BEST', 'BRUT'])),
    periode: optional(sequence({ dateDebut: required(jour), dateFin: required(jour) })),
    grandeur: repeated(sequence({ ...quantity, points: repeated(points, { least: 1 }) })),
    contexte: repeated(contexte),
    typeValeur: optional(text()),
    modeCalcul: optional(text()),
    pas: optional(text()),
  }),
})
