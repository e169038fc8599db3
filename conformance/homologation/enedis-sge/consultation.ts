import { casesOf, done, lists, refused, told, type Case } from './case.ts'
import { all, has, lacks, measures, point, points } from './replies.ts'
import { texts } from './texts.ts'

const common = { lists, package: 'consultation' } as const
/** Points of the catalogues: one of a home and one of a firm for each purpose. */
const [known, knownFirm] = ['25946599093143', '98800007059999']
const [curve, curveFirm] = ['25478147557460', '30001610071843']

const search = casesOf(
  { ...common, service: 'rechercherPoint' },
  {
    'RP-R1': {
      about: 'search by municipality, voltage and category',
      ...done,
      reply: points({ least: 1, most: 199 }),
    },
    'RP-R2': { about: 'search by address and name', ...done, reply: points({ least: 1, most: 1 }) },
    'RP-R3': {
      about: 'search by address and a part of a name',
      ...done,
      reply: points({ least: 2 }),
      source: 'SGECLIENT and CATALOGUE, which has TES where a client has EST',
    },
    'RP-NR1': { about: 'search with too many results', ...refused('SGT4F8', texts.tooManyPoints) },
    'RP-NR2': { about: 'search with too few criteria', ...refused('SGT4F7', texts.criteriaInsufficient) },
  },
)

const whole = { ...done, about: 'technical and contractual data, authorised' }
const filtered = {
  ...done,
  about: 'technical data without authorisation',
  reply: all(has('etatContractuel'), lacks('situationContractuelle')),
}
const technicalData = casesOf(
  { ...common, service: 'consulterDonneesTechniquesContractuelles' },
  {
    'ADP-R1': { ...whole, reply: all(point(known), has('etatContractuel'), has('situationContractuelle')) },
    'ADP-R2': filtered,
    'ADP-R1-C4': { ...whole, reply: all(point(knownFirm), has('etatContractuel'), has('situationContractuelle')) },
    'ADP-R2-C4': filtered,
    'ADP-NR1': { about: 'technical data of no point', ...refused('SGT401', texts.pointUnknown) },
  },
)

const grid = { ...done, about: 'readings of a year', reply: all(has('seriesMesuresDateesGrilleTurpe'), has('serie')) }
const notEligible = { about: 'readings without authorisation', ...refused('SGT4G2', texts.notEligible) }
const readings = casesOf(
  { ...common, service: 'consulterMesures' },
  { 'AHC-R1': grid, 'AHC-NR1': notEligible, 'AHC-R1-C4': grid, 'AHC-NR1-C4': notEligible },
)

const tooLong = { ...refused('SGT4L8', texts.wrongDuration), about: 'load curve of more than seven days' }
const detailedV2 = casesOf(
  { ...common, lists: ['22.1'], service: 'consulterMesuresDetaillees' },
  {
    'CMD2-R1': { about: 'load curve of a C5 point', ...told, reply: measures(curve, 'W') },
    'CMD2-R1-C4': { about: 'load curve of a C4 point', ...told, reply: measures(curveFirm, 'W') },
    'CMD2-R2': { about: 'energy by the day', ...told, reply: measures(curve, 'Wh') },
    'CMD2-R3': { about: 'highest power by the day', ...told, reply: measures(curve, 'VA') },
    'CMD2-R4': { about: 'highest power by the month', ...told, reply: measures(curve, 'VA') },
    'CMD2-NR1': tooLong,
    'CMD2-NR2': { about: 'load curve without agreement', ...refused('SGT4K2', texts.noAgreement) },
  },
)

const detailedV3 = casesOf(
  { ...common, lists: ['26.1'], service: 'consulterMesuresDetailleesV3', source: 'CATALOGUE', basis: 'documented' },
  {
    'CMD3-R1': { about: 'load curve of a C5 point', ...told, reply: measures(curve, 'W') },
    'CMD3-R2': { about: 'load curve of a C4 point', ...told, reply: measures(curveFirm, 'W') },
    'CMD3-R3': { about: 'energy by the day', ...told, reply: measures(curve, 'Wh') },
    'CMD3-R4': { about: 'highest power by the day', ...told, reply: measures(curve, 'VA') },
    'CMD3-R5': { about: 'indexes of a C5 point', ...told, reply: measures(curve, 'Wh') },
    'CMD3-R6': { about: 'indexes of a C4 point', ...told, reply: measures(curveFirm, 'Wh') },
    'CMD3-NR1': { ...tooLong, source: 'CATALOGUE; the six days that it has are answered, eight are not' },
    'CMD3-NR2': {
      about: 'load curve by an access frame that does not fit',
      ...refused('SGT4N1'),
      source: 'CATALOGUE has an error of the access frame; its code is ours',
      basis: 'inferred',
    },
  },
)

/** Searches and readings, which are answered at once. */
export const consultation: readonly Case[] = [...search, ...technicalData, ...readings, ...detailedV2, ...detailedV3]
