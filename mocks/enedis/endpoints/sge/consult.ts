import { measuresByGrid } from '../../domain/sge/consult/turpe-measures.ts'
import { searchPoints, type Criteria } from '../../domain/sge/consult/search.ts'
import { technicalData } from '../../domain/sge/consult/technical-data.ts'
import type { UsagePointId } from '../../model/index.ts'
import { known } from '../../wire/sge/known.ts'
import { gridsTold } from '../../wire/sge/told/grids.ts'
import { pointsTold } from '../../wire/sge/told/points.ts'
import { technicalTold } from '../../wire/sge/told/technical-data.ts'
import { noteOneOff } from './authorised.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { sgeDoor, type AskedOf } from './door.ts'

/** What is told of points at once: which there are, what they are, and what was measured between readings. */
export const consultations = [
  ...sgeDoor(
    'recherchePoint',
    { name: 'points.search', basis: 'observed', source: 'SGECLIENT and WSDL, RecherchePoint v2.0' },
    (_, { store, caller, now }, { criteres }) => {
      const criteria = criteriaIn(criteres)
      return pointsTold(store.read((state) => searchPoints(state, { party: caller.party, criteria }, { now })))
    },
  ),

  ...sgeDoor(
    'donneesTechniquesContractuelles',
    {
      name: 'technicalData.read',
      basis: 'observed',
      source: 'SGECLIENT and WSDL, ConsultationDonneesTechniquesContractuelles v1.0',
    },
    (_, visit, { pointId, autorisationClient = false }) => {
      const { store, now, seed, dialect } = visit
      const asked = { usagePoint: pointId as UsagePointId, isAuthorised: autorisationClient }
      lookAtCheckDigits(asked.usagePoint, visit)
      const view = store.read((state) => technicalData(state, asked, { now, seed }))
      if (asked.isAuthorised) noteOneOff(visit, asked.usagePoint, ['technical', 'contract'])
      return technicalTold(view, dialect)
    },
  ),

  ...sgeDoor(
    'consultationMesures',
    { name: 'readings.read', basis: 'observed', source: 'SGECLIENT and WSDL, ConsultationMesures v1.1' },
    (_, visit, { pointId, autorisationClient = false, contratConcluNouveauClientSurSite = false }) => {
      const { store, now, seed, dialect } = visit
      // A supplier whose customer has just concluded a contract needs no other authorisation. Source: WSDL; INF.
      const isAuthorised = autorisationClient || contratConcluNouveauClientSurSite
      const asked = { usagePoint: pointId as UsagePointId, isAuthorised }
      lookAtCheckDigits(asked.usagePoint, visit)
      const view = store.read((state) => measuresByGrid(state, asked, { now, seed }))
      if (autorisationClient) noteOneOff(visit, asked.usagePoint, ['indexes'])
      return gridsTold(view, dialect)
    },
  ),
]

function criteriaIn(asked: AskedOf<'recherchePoint'>['criteres']): Criteria {
  const at = asked.adresseInstallation ?? {}
  return known({
    staircaseFloorApartment: at.escalierEtEtageEtAppartement,
    building: at.batiment,
    numberAndStreet: at.numeroEtNomVoie,
    locality: at.lieuDit,
    postalCode: at.codePostal,
    inseeCode: at.codeInseeCommune,
    siret: asked.numSiret,
    meter: asked.matriculeOuNumeroSerie,
    domain: asked.domaineTensionAlimentationCode,
    name: asked.nomClientFinalOuDenominationSociale,
    category: asked.categorieClientFinalCode,
    beyondPerimeter: asked.rechercheHorsPerimetre,
  })
}
