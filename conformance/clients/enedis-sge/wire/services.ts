import type { Direction, Service } from '../memory.ts'
import { all, at, attribute, text, type Told } from './told.ts'

/** A service as SGE lists it, with its number. */
export type ServiceTold = Service & { id: string; type: string }

const states = { DEMANDE: 'asked', ACTIF: 'active', TERMINE: 'ended' } as const

/** The services of the first families on a point. */
export function servicesIn(reply: Told): ServiceTold[] {
  return all(at(reply, 'servicesSouscritsMesures'), 'serviceSouscritMesures').map((one) => ({
    ...serviceIn(one),
    type: attribute(at(one, 'serviceSouscritType'), 'code') ?? '',
    family: 'collecte',
  }))
}

/** The services of access on a point. */
export function accessServicesIn(reply: Told): ServiceTold[] {
  return all(at(reply, 'servicesSouscrits'), 'serviceSouscrit').map((one) => ({
    ...serviceIn(one),
    type: text(at(one, 'serviceSouscritCode')) ?? '',
    family: 'acces',
  }))
}

function serviceIn(told: Told): Omit<ServiceTold, 'type' | 'family'> {
  const injects = text(at(told, 'injection')) === 'true'
  const direction: Direction = injects && text(at(told, 'soutirage')) !== 'true' ? 'production' : 'consumption'
  const state = text(at(told, 'etatCode')) ?? ''
  return {
    id: text(at(told, 'serviceSouscritId')) ?? '',
    usagePoint: text(at(told, 'pointId')) ?? '',
    of: text(at(told, 'mesuresTypeCode')) ?? '',
    state: state in states ? states[state as keyof typeof states] : 'ended',
    direction,
    until: text(at(told, 'dateFin')) ?? null,
  }
}

/** The number of a service that an order has brought, and of the order. */
export function orderedIn(reply: Told): { service: string | undefined; affaire: string | undefined } {
  return { service: text(at(reply, 'serviceSouscritId')), affaire: affaireIn(reply) }
}

/** Several orders of access bring a service each. */
export function accessOrderedIn(reply: Told): string[] {
  return all(at(reply, 'affaires'), 'affaire').flatMap(
    (one) => text(at(one, 'serviceSouscritMesures', 'serviceSouscritId')) ?? [],
  )
}

/** M023 answers with the number of the order and nothing around it. */
export function affaireIn(reply: Told): string | undefined {
  return text(at(reply, 'affaireId')) ?? text(at(reply, 'demandeId')) ?? text(reply)
}
