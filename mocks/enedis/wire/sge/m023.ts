import { oneOf, optional, repeated, required, sequence, text } from '../../../../src/toolbox/xml/shape/index.ts'
import type { Shape } from '../../../../src/toolbox/xml/shape/index.ts'
import { pointId, sens } from './common.ts'
import { serviceSansEntete } from './sge-service.ts'

const texte = text({ most: 255 })

/** Who orders a file of history, and what it calls the order. */
const donneesGenerales = sequence({
  initiateurLogin: required(texte),
  contratId: required(text({ most: 15 })),
  referenceDemandeur: optional(texte),
  affaireReference: optional(text({ least: 8, most: 8 })),
  referenceRegroupement: optional(texte),
})

/** Of which points, and in which format. */
export const desPoints = {
  format: optional(oneOf(['JSON', 'CSV'])),
  pointIds: required(sequence({ pointId: repeated(pointId, { least: 1, most: 10_000 }) })),
}
/** Which way the energy goes, and by which right the data is asked for. */
export const deDroit = {
  sens: required(sens),
  cadreAcces: required(oneOf(['SERVICE_ACCES', 'EST_TITULAIRE', 'ACCORD_CLIENT'])),
}

/** An order of the family M023: no headers, no SOAPAction, and the number of the order as the whole reply. */
export function commandeM023<Demande extends Shape>(name: string, root: string, demande: Demande) {
  return serviceSansEntete({
    at: `${name}/v1.0`,
    operation: name.replace('Commande', 'commande'),
    namespace: `https://sge-b2b.enedis.fr/services/${name.toLowerCase()}/v1`,
    action: null,
    names: { request: root, reply: 'affaireId' },
    request: sequence({ donneesGenerales: required(donneesGenerales), demande: required(demande) }),
    reply: text({ most: 8 }),
  })
}
