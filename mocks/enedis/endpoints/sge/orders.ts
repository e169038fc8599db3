import type { SgeVisit } from '../../access/index.ts'
import { dataOfService } from '../../domain/sge/authorisations/authorisation.ts'
import { orderCollection } from '../../domain/sge/orders/collection.ts'
import { orderWithinTheDay } from '../../domain/sge/orders/infra-j.ts'
import { servicesFound } from '../../domain/sge/services/found.ts'
import { orderStop } from '../../domain/sge/orders/stop.ts'
import { directionsIn } from '../../wire/sge/asked.ts'
import { prestationsDe, serviceSouscritMesures } from '../../wire/sge/told/orders.ts'
import { agreementIn } from './agreement.ts'
import { noteAuthorisation } from './authorised.ts'
import { sgeDoor, type AskedOf } from './door.ts'
import { subjectOf } from './subject.ts'

/** Orders of the first family: what is collected and transmitted, within the day too, what there is, and its end. */
export const orders = [
  ...sgeDoor(
    'commandeCollecte',
    { name: 'collection.order', basis: 'documented', source: 'WSDL, CommandeCollectePublicationMesures v3.0' },
    (_, visit, { demande: { donneesGenerales: general, accesMesures: access } }) => {
      const { accord, ...declared } = access.declarationAccordClient
      const asked = {
        ...subjectOf(general, visit),
        object: general.objetCode,
        ...{ from: access.dateDebut, until: access.dateFin ?? null },
        agreement: agreementIn(accord, declared),
        ...{ measures: access.mesuresTypeCode, directions: directionsIn(access), step: access.mesuresPas ?? null },
        ...{ corrected: access.mesuresCorrigees ?? false, recurrent: access.transmissionRecurrente },
        periodicity: access.periodiciteTransmission ?? null,
      }
      const ordered = visit.store.change((state, house) => orderCollection(state, asked, house))
      const { usagePoint, until } = asked
      noteAuthorisation(visit, { usagePoint, data: dataOfService[ordered.measures], until, oneOff: false })
      return { affaireId: ordered.affaire, prestations: prestationsDe(ordered), serviceSouscritId: ordered.service }
    },
  ),

  ...sgeDoor(
    'commandeInfraJ',
    { name: 'withinTheDay.order', basis: 'documented', source: 'WSDL, CommandeTransmissionDonneesInfraJ v1.0' },
    (_, visit, { demande: { donneesGenerales: general, accesDonnees: access } }) => {
      const asked = {
        ...subjectOf(general, visit),
        agreements: access.declarationAccordClient.map(({ accordClient, ...declared }) => ({
          ...agreementIn(accordClient, declared),
          directions: directionsIn(declared),
        })),
        directions: directionsIn(access),
        kinds: kindsIn(access),
      }
      const ordered = visit.store.change((state, house) => orderWithinTheDay(state, asked, house))
      const data = asked.kinds.flatMap((kind) => dataOfService[kind])
      noteAuthorisation(visit, { usagePoint: asked.usagePoint, data, until: null, oneOff: false })
      return { demandeId: ordered.affaire, prestations: prestationsDe(ordered) }
    },
  ),

  ...sgeDoor(
    'rechercheServicesSouscrits',
    { name: 'services.search', basis: 'documented', source: 'WSDL, RechercheServicesSouscritsMesures v1.0' },
    (_, visit, { criteres }) => {
      const { store, now, dialect } = visit
      const asked = subjectOf(criteres, visit)
      const found = store.read((state) => servicesFound(state, asked, { now, dialect }))
      if (found.length === 0) return {}
      return {
        servicesSouscritsMesures: { serviceSouscritMesures: found.map((one) => serviceSouscritMesures(one, dialect)) },
      }
    },
  ),

  ...sgeDoor(
    'commandeArretServiceSouscrit',
    { name: 'service.stop', basis: 'documented', source: 'WSDL, CommandeArretServiceSouscritMesures v1.0' },
    stopService,
  ),
  ...sgeDoor(
    'commandeArretServiceSouscrit',
    {
      ...{ name: 'serviceByOtherName.stop', basis: 'documented', source: 'FAQ, CommandeArretServiceSouscrit' },
      at: '/CommandeArretServiceSouscrit/v1.0',
      isFound: ({ stopServicePath }) => stopServicePath === 'both',
    },
    stopService,
  ),
]

function stopService(_: unknown, visit: SgeVisit, { demande }: AskedOf<'commandeArretServiceSouscrit'>) {
  const { donneesGenerales: general, arretServiceSouscrit } = demande
  const service = arretServiceSouscrit.serviceSouscritId
  const asked = { ...subjectOf(general, visit), object: general.objetCode, service }
  const stopped = visit.store.change((state, house) => orderStop(state, asked, house))
  return { affaireId: stopped.affaire, prestations: prestationsDe(stopped) }
}

function kindsIn({ cdc, idx, ptd }: { cdc: boolean; idx: boolean; ptd: boolean }) {
  return [...(cdc ? (['CDC'] as const) : []), ...(idx ? (['IDX'] as const) : []), ...(ptd ? (['PTD'] as const) : [])]
}
