import { required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { jour } from './common.ts'
import { commandeM023, deDroit, desPoints } from './m023.ts'

/** Orders the measures that many points were billed by as files. */
export const commandeMesuresFacturantes = commandeM023(
  'CommandeHistoriqueDonneesMesuresFacturantes',
  'demandePublicationMesuresFacturantes',
  sequence({ ...desPoints, dateDebut: required(jour), dateFin: required(jour), ...deDroit }),
)
