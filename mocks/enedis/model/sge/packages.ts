/** Services are homologated by packages, all of a package at once. Source: FAQ, packages. */
export const sgePackages = ['consultation', 'commande', 'infraJournalier', 'historique'] as const
export type SgePackage = (typeof sgePackages)[number]

/** The lists of test cases that have been published: of SGE 21.3 and 22.1, and of 26.1. */
export const catalogueLists = ['22.1', '26.1'] as const
export type CatalogueList = (typeof catalogueLists)[number]

/** Two platforms: what is ordered in homologation leads to no files. Source: FAQ, homologation. */
export const sgeEnvironments = ['production', 'homologation'] as const
export type SgeEnvironment = (typeof sgeEnvironments)[number]

/** The services of SGE, each with its package. Source: FAQ, packages; for those of 2024 and later inferred (INF). */
export const sgeServices = {
  consultationMesures: 'consultation',
  mesuresDetailleesV2: 'consultation',
  mesuresDetailleesV3: 'consultation',
  recherchePoint: 'consultation',
  donneesTechniquesContractuelles: 'consultation',
  commandeCollecte: 'commande',
  rechercheServicesSouscrits: 'commande',
  commandeArretServiceSouscrit: 'commande',
  commandeAccesDonnees: 'commande',
  commandeServicesAcces: 'commande',
  commandeArretServicesAcces: 'commande',
  commandeModificationOptions: 'commande',
  commandeRenouvellement: 'commande',
  rechercheServicesAcces: 'commande',
  commandeInfraJ: 'infraJournalier',
  commandeHistorique: 'historique',
  commandeMesuresFines: 'historique',
  commandeMesuresFacturantes: 'historique',
  commandeInformationsTechniques: 'historique',
} as const satisfies Record<string, SgePackage>
export type SgeServiceName = keyof typeof sgeServices
