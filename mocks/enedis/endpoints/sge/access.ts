import type { SgeVisit } from '../../access/index.ts'
import { dataOfService } from '../../domain/sge/authorisations/authorisation.ts'
import { changeOptions, renewAccess } from '../../domain/sge/orders/access-changes.ts'
import { orderAccess, type AccessAsked } from '../../domain/sge/orders/access.ts'
import { accessFound } from '../../domain/sge/services/found.ts'
import { stopAccess } from '../../domain/sge/orders/stop.ts'
import { directionsAsked } from '../../domain/sge/services/subscribe.ts'
import { parisDay } from '../../domain/paris.ts'
import { refuse } from '../../errors/index.ts'
import type { ContratId, UsagePointId } from '../../model/index.ts'
import type { Agreement, Ordered } from '../../views/index.ts'
import { directionOf, serviceAcces, unePrestationDe } from '../../wire/sge/told/orders.ts'
import { agreementIn, noteWhoAgreed } from './agreement.ts'
import { noteAuthorisation } from './authorised.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { sgeDoor } from './door.ts'

/** Services of access: orders, options, renewals, stops, and what there is. */
export const access = [
  ...sgeDoor(
    'commandeAccesDonnees',
    { name: 'access.order', basis: 'documented', source: 'WSDL, CommanderAccesDonneesMesures v1.0' },
    (_, visit, { demande: { donneesGenerales: general, accesDonnees: access } }) => {
      const { accord, ...declared } = access.declarationAccordClient
      const { contratId } = general.contrat
      if (contratId === undefined) throw refuse.sgeDataMissing()
      if (general.objetCode !== 'AME') throw refuse.sgeDataIncoherent()
      const [ordered] = orderFor(visit, {
        ...subjectOf({ ...general, contratId }, visit),
        service: 'commandeAccesDonnees',
        ...{ from: access.dateDebut, until: access.dateFin ?? null },
        agreement: agreementIn(accord, declared),
        directions: directionsAsked({ withdraws: access.soutirage ?? false, injects: access.injection ?? false }),
        kinds: [{ data: access.typeDonnees, publications: [] }],
      }) as [Ordered]
      return {
        affaireId: ordered.affaire,
        prestations: unePrestationDe(ordered),
        serviceSouscritId: ordered.service,
      }
    },
  ),

  ...sgeDoor(
    'commandeServicesAcces',
    { name: 'accessServices.order', basis: 'documented', source: 'WSDL, CommanderServicesAccesDonnees v1.0' },
    (_, visit, { demande: { donneesGenerales: general, servicesSouscrits } }) => {
      const all = orderFor(visit, {
        ...subjectOf(general, visit),
        service: 'commandeServicesAcces',
        ...{ from: parisDay(visit.now), until: general.dateFin ?? null },
        agreement: agreementOf(general.declarationAccordClient) ?? { agreed: false, client: null },
        directions: [directionOf[general.sens]],
        kinds: servicesSouscrits.serviceSouscrit.map(({ typeDonnees, optionsPublication }) => ({
          data: typeDonnees,
          publications: (optionsPublication?.optionPublication ?? []).map(publicationIn),
        })),
      })
      return { affaires: { affaire: all.map(affaire) } }
    },
  ),

  ...sgeDoor(
    'commandeArretServicesAcces',
    { name: 'accessEnd.order', basis: 'documented', source: 'WSDL, CommanderArretServicesAccesDonnees v1.0' },
    (_, visit, { demande: { donneesGenerales: general, servicesSouscrits } }) => {
      const asked = { ...directedOf(general, visit), services: servicesSouscrits.serviceSouscritId }
      const stopped = visit.store.change((state, house) => stopAccess(state, asked, house))
      return { servicesResilies: { serviceResilie: stopped.map(affaireEtService) } }
    },
  ),

  ...sgeDoor(
    'commandeModificationOptions',
    {
      name: 'accessOptions.change',
      basis: 'documented',
      source: 'WSDL, CommanderModificationOptionsServicesAccesDonnees v1.0',
    },
    (_, visit, { demande: { donneesGenerales: general, servicesSouscrits } }) => {
      const changes = servicesSouscrits.serviceSouscrit.map((one) => ({
        service: one.serviceSouscritId,
        add: (one.ajouterOptionsPublication?.optionPublication ?? []).map(publicationIn),
        remove: (one.supprimerOptionsPublication?.optionPublication ?? []).map(publicationIn),
      }))
      const asked = { ...directedOf(general, visit), changes }
      const changed = visit.store.change((state, house) => changeOptions(state, asked, house))
      const serviceSouscritId = changed.map(({ service }) => ({ serviceSouscritId: service }))
      return { servicesModifies: { serviceSouscritId } }
    },
  ),

  ...sgeDoor(
    'commandeRenouvellement',
    {
      name: 'accessRenewal.order',
      basis: 'documented',
      source: 'WSDL, CommanderRenouvellementServicesAccesDonnees v1.0',
    },
    (_, visit, { demande: { donneesGenerales: general, servicesSouscrits } }) => {
      const agreement = agreementOf(general.declarationAccordClient)
      const until = general.dateFin ?? null
      const asked = { ...directedOf(general, visit), until, agreement, services: servicesSouscrits.serviceSouscritId }
      const renewed = visit.store.change((state, house) => renewAccess(state, asked, house))
      if (agreement !== null) noteWhoAgreed(visit, agreement)
      const data = renewed.flatMap(({ measures }) => dataOfService[measures])
      noteAuthorisation(visit, { usagePoint: asked.usagePoint, data, until, oneOff: false })
      return { servicesRenouveles: { serviceRenouvele: renewed.map(affaireEtService) } }
    },
  ),

  ...sgeDoor(
    'rechercheServicesAcces',
    { name: 'accessSearch.list', basis: 'documented', source: 'WSDL, RechercherServicesAccesDonnees v1.0.1' },
    (_, visit, { criteres }) => {
      const { store, now, dialect } = visit
      const asked = subjectOf(criteres, visit)
      const found = store.read((state) => accessFound(state, asked, { now, dialect }))
      return { servicesSouscrits: { serviceSouscrit: found.map((one) => serviceAcces(one, dialect)) } }
    },
  ),
]

function orderFor(visit: SgeVisit, asked: AccessAsked): Ordered[] {
  const ordered = visit.store.change((state, house) => orderAccess(state, asked, house))
  noteWhoAgreed(visit, asked.agreement)
  const data = ordered.flatMap(({ measures }) => dataOfService[measures])
  const { usagePoint, until } = asked
  noteAuthorisation(visit, { usagePoint, data, until, oneOff: false })
  return ordered
}

type Named = { pointId: string; contratId: string }

function subjectOf({ pointId, contratId }: Named, visit: SgeVisit) {
  lookAtCheckDigits(pointId as UsagePointId, visit)
  return { by: visit.caller, usagePoint: pointId as UsagePointId, contract: contratId as ContratId }
}

function directedOf(general: Named & { sens: keyof typeof directionOf }, visit: SgeVisit) {
  return { ...subjectOf(general, visit), direction: directionOf[general.sens] }
}

type Declared = { accord: boolean } & Parameters<typeof agreementIn>[1]

function agreementOf(declared: Declared | undefined): Agreement | null {
  return declared === undefined ? null : agreementIn(declared.accord, declared)
}

function publicationIn(told: { mesuresCorrigees?: boolean; periodiciteTransmission: string }) {
  return { corrected: told.mesuresCorrigees ?? false, periodicity: told.periodiciteTransmission }
}

function affaire(ordered: Ordered) {
  return {
    affaireId: ordered.affaire,
    prestations: unePrestationDe(ordered),
    serviceSouscritMesures: { serviceSouscritId: ordered.service, mesuresTypeCode: ordered.measures },
  }
}

const affaireEtService = ({ affaire, service }: { affaire: string; service: string }) => ({
  affaireId: affaire,
  serviceSouscritId: service,
})
