import { expect, test } from 'vitest'
import { dialect, type EnedisSettings } from '../../../../../mocks/enedis/dialect/index.ts'
import { refusalNamed, refuse, type Refusal } from '../../../../../mocks/enedis/errors/index.ts'
import { encodeRefusalOfSge, serviceAt } from '../../../../../mocks/enedis/wire/sge/fault.ts'
import { sge } from '../../../../../mocks/enedis/wire/sge/index.ts'
import { settingsOf } from '../../../../../src/contract/dialect.ts'

const settings = settingsOf(dialect) as unknown as EnedisSettings
const codes = Object.entries(refuse.catalogue)
  .filter(([, { shape }]) => shape === 'sge')
  .map(([name]) => refusalNamed(name) as Refusal)

test('every return code of SGE is told as it was, byte for byte', async () => {
  const lines = codes.map((refusal) => `${refusal.refusal} ${refusal.basis}\n${told(refusal)}\n`)

  await expect(lines.join('')).toMatchFileSnapshot('../../../../golden/enedis/sge/return-codes.txt')
})

test('a refusal is told in each form of fault as it was', async () => {
  const [refusal] = [refuse.sgePointUnknown()]
  const services = ['recherchePoint', 'commandeHistorique', 'commandeMesuresFines'] as const

  const faults = services.map((name) => `${name}\n${encodeRefusalOfSge(refusal, sge[name], settings)}\n`)

  await expect(faults.join('')).toMatchFileSnapshot('../../../../golden/enedis/sge/faults.txt')
})

test('a service is found by its path, and no other is', () => {
  expect(Object.values(sge).map(({ path }) => serviceAt(path))).toEqual(Object.values(sge))
  expect(serviceAt('/RecherchePoint/v2.0/')).toBeUndefined()
})

// The printed texts, apostrophes and dots included. Source: ANNEX and SGECLIENT.
test.each([
  ['SGT400', 'Une erreur fonctionnelle est survenue.'],
  ['SGT401', 'Demande non recevable : point inexistant'],
  ['SGT402', "Les conditions d'utilisation du service ne sont pas respectées."],
  ['SGT471', "Le contrat saisi n'existe pas."],
  ['SGT472', "Le numéro de contrat renseigné ne correspond pas à l'acteur initiateur."],
  ['SGT4F6', "La commune transmise n'est pas reconnue."],
  ['SGT4F7', 'Les critères renseignés ne sont pas suffisants.'],
  ['SGT4F8', 'La recherche de points renvoie trop de résultats. Veuillez affiner les critères de recherche.'],
  ['SGT4G2', "Le demandeur n'est pas éligible à la consultation des données de mesures sur le point."],
  ['SGT4G3', 'Aucune mesure trouvée sur ce point.'],
  ['SGT4H1', 'La date de début doit être strictement égale à la date du jour.'],
  [
    'SGT4H4',
    "La date de fin doit être renseignée et la durée demandée pour l'accès aux données de mesures ne doit pas excéder 1 an.",
  ],
  ['SGT4H9', "La demande ne porte pas sur un point équipé d'un compteur communicant ouvert aux services niveau 2."],
  ['SGT4K1', 'La date de fin doit être antérieure ou égale à la date du jour.'],
  ['SGT4K2', 'Le client doit avoir donné son accord pour la transmission de ses données de mesure.'],
  ['SGT4K4', 'La date de début doit être antérieure à la date de fin.'],
  ['SGT4L8', 'La durée demandée n’est pas compatible avec le type de mesure demandé'],
  ['SGT4L9', 'Aucune mise à disposition de courbe de charge n’a été demandée sur la période de consultation demandée'],
  ['SGT4Q1', "Le type de mesure renseigné n'est pas conforme."],
  ['SGT500', 'Une erreur technique est survenue'],
  ['SGT504', 'Problème : utilisateur non trouvé'],
  ['SGT562', 'Problème : le message de demande est malformé'],
  ['SGT566', "Ce service nécessite l'accord du client."],
  ['SGT570', 'Le service demandé est déjà actif sur la période demandée.'],
  [
    'SGT584',
    'La demande ne peut pas aboutir, vous avez une demande strictement identique en cours qui date de moins de 30 minutes.',
  ],
  ['SGT589', 'La demande ne peut pas aboutir car le compteur n’est actuellement pas téléopérable.'],
])('%s says: %s', (code, says) => {
  const [refusal] = codes.filter((one) => one.code === code)

  expect(refusal?.message).toBe(says)
  expect(refusal?.basis).not.toBe('inferred')
})

// Source: SGE return codes, the groups of the annex.
const annex = `400 402 451 463 500 506 562 483 502 504 471 472 473 4M5 401 488 495 4M1 4M2 4M3 4M4 4M6 4M7 466 445 4B2 4F6
  4F7 4F8 4F10 432 4G1 4G2 4G3 4K1 4K2 4K4 4L1 4L2 4L3 4L4 4L5 4L6 4L7 4L8 4L9 4M8 4M9 4N1 579 4H1 4H2 4H3 4H4 4H5 4H6
  4H7 4H8 4N8 4H9 564 565 566 567 568 569 570 583 585 587 588 589 4O1 584 4O2 4O3 4O4 4O5 4O6 4O7 422 423 426 427 430 431
  433 440 450 470 476 4Q1`

test('every code of the annex is there', () => {
  const known = new Set(codes.map(({ code }) => code))

  expect(annex.split(/\s+/).filter((code) => !known.has(`SGT${code}`))).toEqual([])
})

const told = (refusal: Refusal) => encodeRefusalOfSge(refusal, undefined, settings)
