import type { Requirement } from '../../requirements.ts'

/** The catalogues of the homologation tests, by the version of SGE that they came with. */
export const lists = ['22.1', '26.1'] as const
export type List = (typeof lists)[number]

/** What is granted as a whole, when all its cases have passed. */
export const packages = {
  consultation: 'Consultation',
  commande: 'Commande',
  infraJournalier: 'InfraJournalier',
  historique: 'Historique',
} as const
export type PackageName = keyof typeof packages

/** Something that a reply holds or lacks, in words and as it is found. */
export type Held = { says: string; in: (reply: string) => boolean }

/** What a case comes to. Without codes it is a reply of a service that tells none. */
export type Expected = {
  codes: readonly string[]
  /** The words that come with the code, where it is a refusal and they are known. */
  text?: string
  /** What is found in a reply, unless it is a refusal. */
  reply?: Held
}

/** A case of the catalogues. What is asked in it stands in the stories of the lists. */
export type Case = Expected & {
  /** As it is printed; the second variant of a case has -C4 behind it. */
  id: string
  lists: readonly List[]
  package: PackageName
  /** The operation that is called. */
  service: string
  /** What it is about, in a few words. */
  about: string
  source: string
  basis: Requirement['basis']
  /** A search that may come first in the same turn: the case wants a number that only it tells. */
  after?: string
}

/** Where codes and words stand that a client of the catalogue holds Enedis to. */
export const byClients = 'SGECLIENT and CATALOGUE'

/** What the cases of one service have in common, put to each of them. */
export function casesOf(
  common: Pick<Case, 'lists' | 'package' | 'service'> & Partial<Pick<Case, 'source' | 'basis' | 'after'>>,
  cases: Readonly<Record<string, Pick<Case, 'about'> & Expected & Partial<Case>>>,
): Case[] {
  const cited = { source: byClients, basis: 'observed' } as const
  return Object.entries(cases).map(([id, one]) => ({ id, ...cited, ...common, ...one }))
}

/** Success, in words of a code that every service with an acknowledgement has. */
export const done = { codes: ['SGT200'] }
/** An order is done as well where the service is active already. */
export const doneOrActive = { codes: ['SGT200', 'SGT570'] }
/** Details of measures and M023 acknowledge nothing: their reply is their success. */
export const told = { codes: [] }

/** A refusal by its code, with its words to the letter where they are known. */
export function refused(code: string, text?: string): Expected {
  return { codes: [code], ...(text !== undefined && { text }) }
}
