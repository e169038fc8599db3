import type { StopView } from '../../views/index.ts'
import { namesOfStop } from './names.ts'
import type { OrderWritten } from './ordered-archives.ts'
import { createdAt } from './stamps.ts'

/** The file that tells of a stop. That there is one is documented; its name and its fields are ours. Source: SGEGUIDE, 26.x; INF. */
export function writeStop(stop: StopView): OrderWritten {
  const { recipient, contract, service, usagePoint, direction, measures, order, stoppedAt, because } = stop
  const told = {
    header: { siDemandeur: contract, idDestinataire: recipient, codeFlux: 'ARRET', format: 'JSON' },
    servicesArretes: [
      {
        ...{ serviceSouscritId: service, idPrm: usagePoint, mesuresTypeCode: measures },
        sens: direction === 'consumption' ? 'SOUTIRAGE' : 'INJECTION',
        ...{ dateFin: createdAt(stoppedAt), affaireId: order, motif: because },
      },
    ],
  }
  const { archive, inner } = namesOfStop(stop)
  return { flow: 'ARRET', archive, files: [{ name: inner, text: JSON.stringify(told) }], usagePoints: [usagePoint] }
}
