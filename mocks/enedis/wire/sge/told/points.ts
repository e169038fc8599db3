import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { FoundPoint } from '../../../views/index.ts'
import { meterLabels } from '../../contract/metering.ts'
import { known } from '../known.ts'
import type { recherchePoint } from '../recherche-point.ts'
import { coded, stateTold } from './labels.ts'

type Reply = ContentOf<(typeof recherchePoint)['reply']>
type Point = NonNullable<Reply['points']>['point'][number]

/** The points that were found; without any, there is no list of them either. Source: SGEGUIDE, RecherchePoint. */
export function pointsTold(found: readonly FoundPoint[]): Reply {
  return found.length === 0 ? {} : { points: { point: found.map(pointTold) } }
}

function pointTold({ usagePoint, address, meter, state, holder }: FoundPoint): Point {
  const number = meter === null ? [] : [meter.number]
  return known({
    id: usagePoint,
    adresseInstallationNormalisee: linesOf(address, holder),
    matricule: meter?.numbering === 'matricule' ? number : [],
    numeroSerie: meter?.numbering === 'serialNumber' ? number : [],
    typeComptage: meter && coded(meter.type, meterLabels[meter.type]),
    etatContractuel: stateTold(state),
    nomClientFinalOuDenominationSociale: holder,
  })
}

/** Seven lines of 38 characters at most, capitals without accents. Source: WSDL, adresse normalisée; INF, NF Z10-011. */
function linesOf(at: FoundPoint['address'], holder: string | null): Point['adresseInstallationNormalisee'] {
  return known({
    ligne1: line(holder),
    ligne2: line(at.staircaseFloorApartment),
    ligne3: line(at.building),
    ligne4: line(at.numberAndStreet),
    ligne5: line(at.locality),
    ligne6: line(`${at.postalCode} ${at.city}`) ?? at.postalCode,
    ligne7: 'FRANCE',
  })
}

const longestLine = 38

function line(text: string | null): string | null {
  const plain = (text ?? '')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim()
  return plain.slice(0, longestLine).trim() || null
}
