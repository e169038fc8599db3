import { casesOf, done, doneOrActive, refused, type Case } from './case.ts'
import { has, service } from './replies.ts'
import { texts } from './texts.ts'

const common = { package: 'commande', lists: ['22.1'] } as const
const noAgreement = refused('SGT566', texts.agreementNeeded)

const collection = casesOf(
  { ...common, service: 'commanderCollectePublicationMesures' },
  {
    F300C_O1: { about: 'curve of a C5 point, sent every day', ...doneOrActive, reply: service('option', 'F300CO1') },
    F300B_O1: { about: 'curve of a C4 point, sent every day', ...doneOrActive, reply: service('option', 'F300BO1') },
    F300C_O2: { about: 'curve of a C5 point, collected only', ...doneOrActive, reply: service('option', 'F300CO2') },
    F300B_O2: { about: 'curve of a C4 point, collected only', ...doneOrActive, reply: service('option', 'F300BO2') },
    F305: { about: 'indexes of a C5 point', ...doneOrActive, reply: service('fiche', 'F305') },
    F305A: { about: 'indexes of a C4 point', ...doneOrActive, reply: service('fiche', 'F305A') },
    F305C: { about: 'indexes of a C5 point, for longer', ...doneOrActive, reply: service('fiche', 'F305C') },
    F300C_O1_NR: { about: 'curve for more than a year', ...refused('SGT4H4', texts.overOneYear) },
    F300C_O2_NR: { about: 'curve without agreement', ...noAgreement },
    F305_NR: { about: 'indexes without agreement', ...noAgreement },
    'F300C_O3-NR': {
      about: 'curve of a meter out of reach',
      ...refused('SGT589', texts.meterNotReachable),
      source: 'CATALOGUE; ANNEX, SGT589',
      basis: 'documented',
    },
  },
)

const subscribed = 'rechercherServicesSouscritsMesures'
const search = casesOf(
  { ...common, service: subscribed },
  { 'RS-R1': { about: 'services on a point', ...done, reply: has('serviceSouscritMesures') } },
)
const stop = casesOf(
  { ...common, service: 'commanderArretServiceSouscritMesures', after: subscribed },
  { 'ASS-R1': { about: 'stop of a service on a point', ...done, reply: has('prestation') } },
)

const newer = { package: 'commande', lists: ['26.1'], source: 'CATALOGUE', basis: 'documented' } as const
/** The catalogue says that it is too late, and no public source which code says so. */
const tooLate = {
  about: 'end date too late',
  ...refused('SGT569'),
  source: 'CATALOGUE has a date that is too late; its code is ours',
  basis: 'inferred',
} as const

const ordered = { ...doneOrActive, reply: has('serviceSouscritId') }
const access = casesOf(
  { ...newer, service: 'commanderAccesDonneesMesures' },
  {
    'ACCES-R1': { about: 'access to the curve of a C5 point', ...ordered },
    'ACCES-R2': { about: 'access to the indexes of a C5 point', ...ordered },
    'ACCES-R3': { about: 'access to the curve of a C4 point', ...ordered },
    'ACCES-R4': { about: 'access to the indexes of a C4 point', ...ordered },
    'ACCES-NR1': { about: 'access without agreement', ...noAgreement },
    'ACCES-NR2': tooLate,
  },
)

const several = casesOf(
  { ...newer, service: 'commanderServicesAccesDonnees' },
  {
    'SAD-R1': { about: 'curve of a C5 point, published', ...ordered },
    'SAD-R2': { about: 'curve and indexes of a C5 point, published', ...ordered },
    'SAD-R3': { about: 'curve of a C4 point, published', ...ordered },
    'SAD-R4': { about: 'curve and indexes of a C4 point, published', ...ordered },
    'SAD-NR1': { about: 'publication without agreement', ...noAgreement },
    'SAD-NR2': tooLate,
  },
)

const accesses = 'rechercherServicesAccesDonnees'
const found = casesOf(
  { ...newer, service: accesses },
  { 'RSA-R1': { about: 'services of access on a point', ...done, reply: has('serviceSouscrit') } },
)
const changed = casesOf(
  { ...newer, service: 'commanderModificationOptionsServicesAccesDonnees', after: accesses },
  {
    'MOSAD-R1': { about: 'one more option of publication', ...done, reply: has('servicesModifies') },
    'MOSAD-R2': { about: 'one option of publication less', ...done, reply: has('servicesModifies') },
  },
)
const renewed = casesOf(
  { ...newer, service: 'commanderRenouvellementServicesAccesDonnees', after: accesses },
  {
    'RSAD-R1': { about: 'access for longer', ...done, reply: has('serviceRenouvele') },
    'RSAD-NR1': tooLate,
  },
)
const ended = casesOf(
  { ...newer, service: 'commanderArretServicesAccesDonnees', after: accesses },
  { 'ASAD-R1': { about: 'stop of the services of access', ...done, reply: has('serviceResilie') } },
)

/** Orders of what is collected, opened or sent from now on. */
export const commande: readonly Case[] = [
  ...collection,
  ...search,
  ...stop,
  ...access,
  ...several,
  ...found,
  ...changed,
  ...renewed,
  ...ended,
]
