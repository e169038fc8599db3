import type { SgeVisit } from '../../access/index.ts'
import { dataOfService } from '../../domain/sge/authorisations/authorisation.ts'
import { orderAccess, type AccessAsked } from '../../domain/sge/orders/access.ts'
import { accessFound } from '../../domain/sge/services/found.ts'
import { parisDay } from '../../domain/paris.ts'
import { refuse } from '../../errors/index.ts'
import type { Ordered } from '../../views/index.ts'
import { directionOf, directionsIn, publicationIn } from '../../wire/sge/asked.ts'
import { serviceAcces, unePrestationDe } from '../../wire/sge/told/orders.ts'
import { agreementIn, agreementOf, noteWhoAgreed } from './agreement.ts'
import { noteAuthorisation } from './authorised.ts'
import { sgeDoor } from './door.ts'
import { subjectOf } from './subject.ts'

/** Services of access: orders of one kind of data or of several, and what there is. */
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
        directions: directionsIn(access),
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

function affaire(ordered: Ordered) {
  return {
    affaireId: ordered.affaire,
    prestations: unePrestationDe(ordered),
    serviceSouscritMesures: { serviceSouscritId: ordered.service, mesuresTypeCode: ordered.measures },
  }
}
