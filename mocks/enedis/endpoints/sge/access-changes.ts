import { dataOfService } from '../../domain/sge/authorisations/authorisation.ts'
import { changeOptions, renewAccess } from '../../domain/sge/orders/access-changes.ts'
import { stopAccess } from '../../domain/sge/orders/stop.ts'
import { publicationIn } from '../../wire/sge/asked.ts'
import { agreementOf, noteWhoAgreed } from './agreement.ts'
import { noteAuthorisation } from './authorised.ts'
import { sgeDoor } from './door.ts'
import { directedOf } from './subject.ts'

/** What becomes of services of access: their end, their options, and more time. */
export const accessChanges = [
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
]

const affaireEtService = ({ affaire, service }: { affaire: string; service: string }) => ({
  affaireId: affaire,
  serviceSouscritId: service,
})
