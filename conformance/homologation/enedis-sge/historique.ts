import { casesOf, done, refused, told, type Case } from './case.ts'
import { has, service } from './replies.ts'
import { texts } from './texts.ts'

const common = { package: 'historique' } as const
const tooDeep = refused('SGT4L8', texts.wrongDuration)

const asFile = casesOf(
  { ...common, lists: ['22.1'], service: 'commanderTransmissionHistoriqueMesures' },
  {
    'F380-R1': { about: 'past load curve of a C5 point', ...done, reply: service('fiche', 'F380') },
    'F385B-R1': { about: 'past indexes of a C4 point', ...done, reply: service('fiche', 'F385B') },
    'F380-NR1': { about: 'load curve from too far back', ...tooDeep },
    'F385B-NR1': { about: 'indexes from too far back', ...tooDeep },
  },
)

const newer = { ...common, lists: ['26.1'], source: 'CATALOGUE', basis: 'documented' } as const
const affaire = { ...told, reply: has('affaireId') }
/** The catalogue says what is wrong with the dates, and no public source which code says so here. */
const cited = { source: 'CATALOGUE has an error of the dates; its code is ours', basis: 'inferred' } as const
const turned = { ...refused('SGT4K4', texts.startAfterEnd), ...cited }

const fine = casesOf(
  { ...newer, service: 'commandeHistoriqueDonneesMesuresFines' },
  {
    'MFI-GK-R1': { about: 'curves of several points', ...affaire },
    'MFI-GK-R2': { about: 'energies of several points', ...affaire },
    'MFI-GK-R3': { about: 'highest powers of a point', ...affaire },
    'MFI-GK-R4': { about: 'indexes of several points', ...affaire },
    'MFI-GK-NR1': { about: 'curves from too far back', ...tooDeep, ...cited },
    'MFI-GK-NR2': { about: 'curves from a day to one before it', ...turned },
  },
)
const billed = casesOf(
  { ...newer, service: 'commandeHistoriqueDonneesMesuresFacturantes' },
  {
    'MFA-GK-R1': { about: 'billed measures of a point', ...affaire },
    'MFA-GK-NR1': { about: 'billed measures from a day to one before it', ...turned },
  },
)
const technical = casesOf(
  { ...newer, service: 'commandeInformationsTechniquesEtContractuelles' },
  { 'ITC-GK-R1': { about: 'technical and contractual data of several points', ...affaire } },
)

/** Orders of the past, which comes as files. */
export const historique: readonly Case[] = [...asFile, ...fine, ...billed, ...technical]
