import type { Entry } from '../shapes.ts'
import { ours } from './entries.ts'

/** Why a party may not stop a service. */
export const stop = {
  sgeStopNotEntitled: ours('SGT4O2', "L'acteur n'est pas habilité à arrêter ce service souscrit."),
  sgeServiceUnknown: ours('SGT4O3', "Le service souscrit n'existe pas."),
  sgeServiceState: ours('SGT4O4', "L'état du service souscrit ne permet pas son arrêt."),
  sgeAlreadyStopping: ours('SGT4O5', "Une demande d'arrêt est déjà en cours sur ce service souscrit."),
  sgeOppositionNotStopped: ours('SGT4O6', "Une opposition du client ne peut pas être arrêtée par l'acteur."),
  sgeWrongObject: ours('SGT4O7', "L'objet de la demande n'est pas compatible avec le service."),
} as const satisfies Readonly<Record<string, Entry>>
