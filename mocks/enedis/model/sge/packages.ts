/** Services are homologated by packages, all of a package at once. Source: FAQ, packages. */
export const sgePackages = ['consultation', 'commande', 'infraJournalier', 'historique'] as const
export type SgePackage = (typeof sgePackages)[number]

/** The lists of test cases that have been published: of SGE 21.3 and 22.1, and of 26.1. */
export const catalogueLists = ['22.1', '26.1'] as const
export type CatalogueList = (typeof catalogueLists)[number]

/** Two platforms: what is ordered in homologation leads to no files. Source: FAQ, homologation. */
export const sgeEnvironments = ['production', 'homologation'] as const
export type SgeEnvironment = (typeof sgeEnvironments)[number]
