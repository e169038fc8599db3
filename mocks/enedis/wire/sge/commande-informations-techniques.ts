import { sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { commandeM023, deDroit, desPoints } from './m023.ts'

/** Orders what is known of many points and their contracts as files. */
export const commandeInformationsTechniques = commandeM023(
  'CommandeInformationsTechniquesEtContractuelles',
  'demandePublicationITC',
  sequence({ ...desPoints, ...deDroit }),
)
