import type { House } from '../../../../src/contract/effect.ts'
import type { AffaireId, ServiceSouscritId } from '../../model/index.ts'

type Numbering = Pick<House, 'ids'>

/** The number of the next order: eight digits and capitals, as the WSDL has them. */
export function nextAffaire({ ids }: Numbering): AffaireId {
  return `A0${(36 ** 5 + ids.next('affaire')).toString(36).toUpperCase()}` as AffaireId
}

/** The number of the next service or opposition on a point; their form is not public. */
export function nextServiceId({ ids }: Numbering): ServiceSouscritId {
  return String(40_000_000 + ids.next('service souscrit')) as ServiceSouscritId
}
