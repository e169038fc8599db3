import type { SgeVisit } from '../../access/index.ts'
import { dataOfOrder, orderFilesOf, type FilesAsked } from '../../domain/sge/orders/files.ts'
import { orderHistory } from '../../domain/sge/orders/history.ts'
import type { AuthorisedData, ContratId, FileOrder, UsagePointId } from '../../model/index.ts'
import { directionOf, rightOf } from '../../wire/sge/asked.ts'
import { prestationsDe } from '../../wire/sge/told/orders.ts'
import { agreementIn } from './agreement.ts'
import { noteAuthorisation } from './authorised.ts'
import { sgeDoor } from './door.ts'

/** Orders whose result is a file: the history of a point, and measures or data of many points. */
export const files = [
  ...sgeDoor(
    'commandeHistorique',
    { name: 'history.order', basis: 'documented', source: 'WSDL, CommandeTransmissionHistoriqueMesures v1.0' },
    (_, visit, { demande: { donneesGenerales: general, historiqueMesures: history } }) => {
      const { accordClient, ...declared } = history.declarationAccordClient
      const { order, prestations } = visit.store.change((state, house) =>
        orderHistory(
          state,
          {
            by: visit.caller,
            object: general.objetCode,
            reference: general.refFrn ?? null,
            usagePoint: general.pointId as UsagePointId,
            contract: general.contratId as ContratId,
            ...{ from: history.dateDebut, until: history.dateFin },
            agreement: agreementIn(accordClient, declared),
            measures: history.mesureType,
            stage: stageOf(history.mesureCorrigee),
            step: history.pasCdc === undefined ? null : minutesIn(history.pasCdc),
          },
          house,
        ),
      )
      noteUse(visit, order, history.mesureType === 'CDC' ? ['curve'] : ['indexes'])
      return { affaireId: order.id, prestations: prestationsDe({ prestations }) }
    },
  ),

  ...sgeDoor(
    'commandeMesuresFines',
    { name: 'fineMeasures.order', basis: 'documented', source: 'WSDL, M023: MesuresFines' },
    (_, visit, { donneesGenerales: general, demande }) => {
      const { format = 'JSON', mesuresTypeCode: measures, mesuresCorrigees, sens } = demande
      const days = { from: demande.dateDebut, until: demande.dateFin }
      const stage = stageOf(mesuresCorrigees ?? false)
      const asks = { flow: 'fines', format, measures, stage, direction: directionOf[sens], ...days } as const
      return ordered(visit, { ...generalIn(general, visit), ...pointsIn(demande), asks })
    },
  ),

  ...sgeDoor(
    'commandeMesuresFacturantes',
    { name: 'billedMeasures.order', basis: 'documented', source: 'WSDL, M023: MesuresFacturantes' },
    (_, visit, { donneesGenerales: general, demande }) => {
      const { format = 'JSON', sens, dateDebut: from, dateFin: until } = demande
      const asks = { flow: 'facturantes', format, direction: directionOf[sens], from, until } as const
      return ordered(visit, { ...generalIn(general, visit), ...pointsIn(demande), asks })
    },
  ),

  ...sgeDoor(
    'commandeInformationsTechniques',
    { name: 'technicalFiles.order', basis: 'documented', source: 'WSDL, M023: InformationsTechniquesEtContractuelles' },
    (_, visit, { donneesGenerales: general, demande }) => {
      const { format = 'JSON', sens } = demande
      const asks = { flow: 'itc', format, direction: directionOf[sens] } as const
      return ordered(visit, { ...generalIn(general, visit), ...pointsIn(demande), asks })
    },
  ),
]

function ordered(visit: SgeVisit, asked: FilesAsked): string {
  const order = visit.store.change((state, house) => orderFilesOf(state, asked, house))
  if (order.right === 'agreement') noteUse(visit, order, dataOfOrder(asked.asks))
  return order.id
}

/** What an order is for is used once, on the day on which it is made. */
function noteUse(visit: SgeVisit, { usagePoints }: FileOrder, data: readonly AuthorisedData[]): void {
  for (const usagePoint of usagePoints) noteAuthorisation(visit, { usagePoint, data, until: null, oneOff: true })
}

const stageOf = (isCorrected: boolean) => (isCorrected ? 'BEST' : 'BRUT')

/** A step in another unit than minutes is none that anything is collected in. */
const minutesIn = ({ valeur, unite }: { valeur: string; unite: string }) => (unite === 'min' ? Number(valeur) : 0)

function generalIn(general: { contratId: string; referenceDemandeur?: string }, { caller }: SgeVisit) {
  return { by: caller, contract: general.contratId as ContratId, reference: general.referenceDemandeur ?? null }
}

function pointsIn(demande: { pointIds: { pointId: string[] }; cadreAcces: keyof typeof rightOf }) {
  return { usagePoints: demande.pointIds.pointId as UsagePointId[], right: rightOf[demande.cadreAcces] }
}
