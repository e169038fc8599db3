import { zipped } from '../../../../src/toolbox/zip.ts'
import type { Instant } from '../../model/index.ts'
import type { TechnicalView } from '../../views/index.ts'
import type { FlowFile } from './archive.ts'
import { namesOfSecondary } from './names.ts'
import { filesOf, type OrderHead } from './order-files.ts'

/** Source: FLOWGUIDE, C68: an archive of archives, each of at most so many points. */
const pointsInEach = 1000

/** What is known of points and their contracts: a file in an archive for each thousand of them. Source: FLOWGUIDE, C68; INF, its fields. */
export function writeC68(
  head: OrderHead,
  points: readonly TechnicalView[],
  { at, sequence }: { at: Instant; sequence: number },
): FlowFile[] {
  const parts = Math.ceil(points.length / pointsInEach)
  return Array.from({ length: parts }, (_, part) => {
    const { order, format } = head
    const names = namesOfSecondary({ order, sequence, format, at, part: part + 1 })
    const text = encodeC68(head, points.slice(part * pointsInEach, (part + 1) * pointsInEach))
    const files = [{ name: names.inner, bytes: new TextEncoder().encode(text) }]
    return { name: names.archive, bytes: zipped(files, { at, zone: 'Europe/Paris' }) }
  })
}

const labels = [
  ...['Identifiant PRM', 'Etat contractuel', 'Segment', 'Adresse', 'Code postal', 'Commune', 'Code INSEE'],
  ...['Domaine de tension', 'Puissance de raccordement', 'Type de comptage', 'Matricule ou numero de serie'],
  ...['Niveau d ouverture aux services', 'Formule tarifaire', 'Puissance souscrite', 'Heures creuses'],
].join(';')

function encodeC68(head: OrderHead, points: readonly TechnicalView[]): string {
  const telling = { flow: 'C68', tell: pointTold, labels, rows: rowOf }
  const [file] = filesOf(head, points, telling, { most: Infinity })
  return file?.text ?? ''
}

function pointTold({ usagePoint, state, address, servicesLevel, supply, meter, offPeak, authorised }: TechnicalView) {
  const contract = authorised?.contract
  return {
    idPrm: usagePoint,
    etatContractuel: state,
    adresseInstallation: {
      escalierEtEtageEtAppartement: address.staircaseFloorApartment,
      batiment: address.building,
      numeroEtNomVoie: address.numberAndStreet,
      lieuDit: address.locality,
      codePostal: address.postalCode,
      commune: address.city,
      codeInsee: address.inseeCode,
    },
    situationAlimentation: {
      domaineTension: supply.domain,
      nombrePhases: supply.phases,
      puissanceRaccordement: supply.connectionPowerKva,
    },
    situationComptage: {
      typeComptage: meter?.type ?? null,
      [meter?.numbering === 'serialNumber' ? 'numeroSerie' : 'matricule']: meter?.number ?? null,
      niveauOuvertureServices: servicesLevel,
      plagesHeuresCreuses: offPeak,
    },
    situationContractuelle: {
      segment: authorised?.segment ?? null,
      formuleTarifaireAcheminement: contract?.tariff ?? null,
      puissanceSouscrite: contract?.subscribedPowerKva ?? null,
    },
  }
}

function rowOf({
  usagePoint,
  state,
  address,
  servicesLevel,
  supply,
  meter,
  offPeak,
  authorised,
}: TechnicalView): string {
  const contract = authorised?.contract
  const cells = [
    ...[usagePoint, state, authorised?.segment, address.numberAndStreet, address.postalCode, address.city],
    ...[address.inseeCode, supply.domain, supply.connectionPowerKva, meter?.type, meter?.number, servicesLevel],
    ...[contract?.tariff, contract?.subscribedPowerKva, offPeak?.replaceAll(';', ',')],
  ]
  return `${cells.map((cell) => cell ?? '').join(';')}\n`
}
