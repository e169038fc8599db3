import { commandeAccesDonnees } from './commande-acces-donnees.ts'
import { commandeArretServiceSouscrit } from './commande-arret-service-souscrit.ts'
import { commandeArretServicesAcces } from './commande-arret-services-acces.ts'
import { commandeCollecte } from './commande-collecte.ts'
import { commandeHistorique } from './commande-historique.ts'
import { commandeInformationsTechniques } from './commande-informations-techniques.ts'
import { commandeInfraJ } from './commande-infra-j.ts'
import { commandeMesuresFacturantes } from './commande-mesures-facturantes.ts'
import { commandeMesuresFines } from './commande-mesures-fines.ts'
import { commandeModificationOptions } from './commande-modification-options.ts'
import { commandeRenouvellement } from './commande-renouvellement.ts'
import { commandeServicesAcces } from './commande-services-acces.ts'
import { consultationMesures } from './consultation-mesures.ts'
import { donneesTechniquesContractuelles } from './donnees-techniques-contractuelles.ts'
import { mesuresDetailleesV2 } from './mesures-detaillees-v2.ts'
import { mesuresDetailleesV3 } from './mesures-detaillees-v3.ts'
import { recherchePoint } from './recherche-point.ts'
import { rechercheServicesAcces } from './recherche-services-acces.ts'
import { rechercheServicesSouscrits } from './recherche-services-souscrits.ts'

/** The services of SGE: the messages of each, and its path. Source: SGE web services, table of services. */
export const sge = {
  consultationMesures,
  mesuresDetailleesV2,
  mesuresDetailleesV3,
  recherchePoint,
  donneesTechniquesContractuelles,
  commandeCollecte,
  rechercheServicesSouscrits,
  commandeArretServiceSouscrit,
  commandeInfraJ,
  commandeHistorique,
  commandeAccesDonnees,
  commandeServicesAcces,
  commandeArretServicesAcces,
  commandeModificationOptions,
  commandeRenouvellement,
  rechercheServicesAcces,
  commandeMesuresFines,
  commandeMesuresFacturantes,
  commandeInformationsTechniques,
}
