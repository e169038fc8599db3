import { matching, oneOf, optional, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import {
  booleen,
  code,
  codeLibre,
  domainesTension,
  etatContractuel,
  jour,
  login,
  pointId,
  puissance,
} from './common.ts'
import { texte255 } from './common.ts'
import { adresseCherchee, codeInsee } from './recherche-point.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'
import { situationComptage } from './situation-comptage.ts'
import { situationContractuelle } from './situation-contractuelle.ts'

const commune = sequence({ libelle: required(texte255) }, { code: required(codeInsee) })

const donneesGenerales = sequence({
  etatContractuel: required(etatContractuel),
  adresseInstallation: required(sequence({ ...adresseCherchee, commune: required(commune) })),
  dateDerniereModificationFormuleTarifaireAcheminement: optional(jour),
  dateDerniereAugmentationPuissanceSouscrite: optional(jour),
  dateDerniereDiminutionPuissanceSouscrite: optional(jour),
  segment: optional(code(oneOf(['C2', 'C3', 'C4', 'C5', 'INDET']))),
  niveauOuvertureServices: optional(matching('[0-9]{1}')),
})

const situationAlimentation = sequence({
  alimentationPrincipale: optional(
    sequence({
      domaineTension: required(code(oneOf(domainesTension))),
      tensionLivraison: optional(codeLibre),
      modeApresCompteur: optional(codeLibre),
      puissanceRaccordementSoutirage: optional(puissance),
    }),
  ),
})

/** What a point is, how it is fed, metered and under contract; without an authorisation the contract is left out. */
export const donneesTechniquesContractuelles = serviceAvecEntete({
  at: 'ConsultationDonneesTechniquesContractuelles/v1.0',
  operation: 'consulterDonneesTechniquesContractuelles',
  namespace: sous('services/consulterdonneestechniquescontractuelles/v1.0'),
  described: sous('services/consultationdonneestechniquescontractuelles/v1.0'),
  request: sequence({
    pointId: required(pointId),
    loginUtilisateur: required(login),
    autorisationClient: optional(booleen),
  }),
  reply: sequence({
    point: required(
      sequence(
        {
          donneesGenerales: required(donneesGenerales),
          situationAlimentation: optional(situationAlimentation),
          situationComptage: optional(situationComptage),
          situationContractuelle: optional(situationContractuelle),
        },
        { id: required(pointId) },
      ),
    ),
  }),
})
