import { oneOf, optional, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { booleen, jour } from './common.ts'
import { commandeM023, deDroit, desPoints } from './m023.ts'

/** Orders the fine measures of many points as files. A holder does not order them for itself. */
export const commandeMesuresFines = commandeM023(
  'CommandeHistoriqueDonneesMesuresFines',
  'demandePublicationMesuresFines',
  sequence({
    ...desPoints,
    mesuresTypeCode: required(oneOf(['COURBES', 'ENERGIE', 'PMAX', 'INDEX'])),
    mesuresCorrigees: optional(booleen),
    dateDebut: required(jour),
    dateFin: required(jour),
    ...deDroit,
    cadreAcces: required(oneOf(['SERVICE_ACCES', 'ACCORD_CLIENT'])),
  }),
)
