import {
  dateTime,
  integer,
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

const namespace = sous('services/consultationmesuresdetaillees/v2.0')

const mesure = sequence({
  v: nillable(required(integer())),
  d: required(dateTime),
  p: optional(text()),
  n: optional(text()),
})

/** Curves, energies and peaks of a point, as they were told until 2023. An empty reply means that there is no data. */
export const mesuresDetailleesV2 = serviceSansEntete({
  at: 'ConsultationMesuresDetaillees/v2.0',
  operation: 'consulterMesuresDetaillees',
  namespace,
  action: namespace,
  request: sequence({
    demande: required(
      sequence({
        initiateurLogin: required(text()),
        pointId: required(pointId),
        mesuresTypeCode: required(oneOf(['COURBE', 'PMAX', 'ENERGIE'])),
        grandeurPhysique: required(text()),
        soutirage: required(booleen),
        injection: required(booleen),
        dateDebut: required(jour),
        dateFin: required(jour),
        mesuresPas: optional(oneOf(['P1D', 'P1M'])),
        mesuresCorrigees: required(booleen),
        accordClient: required(booleen),
      }),
    ),
  }),
  reply: sequence({
    pointId: optional(pointId),
    mesuresCorrigees: optional(oneOf(['BEST', 'BRUT'])),
    periode: optional(sequence({ dateDebut: required(jour), dateFin: required(jour) })),
    grandeur: repeated(
      sequence({
        grandeurMetier: required(oneOf(['CONS', 'PROD'])),
        grandeurPhysique: required(text()),
        unite: required(text()),
        mesure: repeated(mesure),
      }),
    ),
  }),
})
