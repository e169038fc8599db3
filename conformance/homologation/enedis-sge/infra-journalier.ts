import { casesOf, done, lists, refused, type Case } from './case.ts'
import { service } from './replies.ts'
import { texts } from './texts.ts'

/** The order of what is measured within the day. */
export const infraJournalier: readonly Case[] = casesOf(
  { lists, package: 'infraJournalier', service: 'commanderTransmissionDonneesInfraJ' },
  {
    'F375A-R1': {
      about: 'curve and indexes within the day',
      ...done,
      reply: service('fiche', 'F375A'),
      source: 'CATALOGUE',
      basis: 'documented',
    },
    'F375A-NR1': {
      about: 'data within the day without agreement',
      ...refused('SGT566', texts.agreementNeeded),
      source: 'CATALOGUE; a client saw SGT500 while the platform was broken',
      basis: 'documented',
    },
  },
)
