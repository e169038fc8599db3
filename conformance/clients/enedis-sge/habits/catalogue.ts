import type { Operation } from '../kit.ts'
import { publishing } from './access.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import type { Told } from '../wire/told.ts'
import { accessOrderedIn, accessServicesIn, orderedIn, servicesIn } from '../wire/services.ts'

/** How the cases of the homologation catalogue, which name what matters and no more, become whole requests. */
export const catalogue = {
  /** What a case says, with what it leaves to the party: who agreed, and which service of those it has seen. */
  caseWords(run: Run, service: Operation, told: Words): Words {
    const { habits } = run
    const { pointIds, typesDonnees, ajouter, supprimer, ...words } = told
    return {
      ...words,
      ...(Array.isArray(pointIds) && { pointIds: { pointId: pointIds } }),
      ...(Array.isArray(typesDonnees) && { servicesSouscrits: servicesOfTypes(typesDonnees, told) }),
      ...habits.agreeingPerson(words),
      ...habits.servicesMeant(run, service, { pointId: words['pointId'], ajouter, supprimer }),
    }
  },

  /** Homologation runs on an anonymised copy: nobody knows the names there, and every request wants one. */
  agreeingPerson(words: Words): Words {
    const isAsked = 'accord' in words || 'accordClient' in words
    const isNamed = ['personnePhysique', 'personneMorale', 'declarationAccordClient'].some((name) => name in words)
    return isAsked && !isNamed ? { personnePhysique: { civilite: 'M', nom: 'ANONYME' } } : {}
  },

  /** What is to be stopped, changed or renewed has a number that an earlier case has shown. */
  servicesMeant({ memory }: Run, service: Operation, { pointId, ajouter, supprimer }: Words): Words {
    const listed = memory.listed[String(pointId)] ?? []
    const [first] = listed.filter(({ family }) => family === 'collecte')
    const ofAccess = listed.filter(({ family }) => family === 'acces').map(({ id }) => id)
    switch (service) {
      case 'commanderArretServiceSouscritMesures':
        return first === undefined ? {} : { serviceSouscritId: first.id }
      case 'commanderArretServicesAccesDonnees':
      case 'commanderRenouvellementServicesAccesDonnees':
        return { servicesSouscrits: { serviceSouscritId: ofAccess } }
      case 'commanderModificationOptionsServicesAccesDonnees': {
        const options = {
          ...(ajouter !== undefined && { ajouterOptionsPublication: publishing(ajouter) }),
          ...(supprimer !== undefined && { supprimerOptionsPublication: publishing(supprimer) }),
        }
        const changed = ofAccess.slice(0, 1).map((serviceSouscritId) => ({ serviceSouscritId, ...options }))
        return { servicesSouscrits: { serviceSouscrit: changed } }
      }
      default:
        return {}
    }
  },

  /** Numbers of services, wherever an answer tells them. */
  learnListed({ memory }: Run, pointId: unknown, body: Told): void {
    if (typeof pointId !== 'string') return
    const { service } = orderedIn(body)
    const told = [
      ...[...servicesIn(body), ...accessServicesIn(body)].filter(
        ({ state, type }) => state !== 'ended' && type !== 'OPPENR',
      ),
      ...accessOrderedIn(body).map((id) => ({ id, family: 'acces' as const })),
      ...(service === undefined ? [] : [{ id: service, family: 'collecte' as const }]),
    ]
    const known = (memory.listed[pointId] ??= [])
    for (const { id, family } of told) if (!known.some((one) => one.id === id)) known.push({ id, family })
  },
}

function servicesOfTypes(types: readonly unknown[], { periodiciteTransmission }: Words): Words {
  const published =
    periodiciteTransmission === undefined ? {} : { optionsPublication: publishing(periodiciteTransmission) }
  return { serviceSouscrit: types.map((typeDonnees) => ({ typeDonnees, ...published })) }
}
