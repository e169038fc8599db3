import type { Case } from './case.ts'
import { commande } from './commande.ts'
import { consultation } from './consultation.ts'
import { historique } from './historique.ts'
import { infraJournalier } from './infra-journalier.ts'

export { lists, packages, type Case, type List, type PackageName } from './case.ts'

/** Every case of both catalogues, in the order of its packages. */
export const cases: readonly Case[] = [...consultation, ...commande, ...infraJournalier, ...historique]
