import type { Entry } from '../shapes.ts'
import { ours, printed, seen } from './entries.ts'

/** Why no points are searched for. */
export const search = {
  sgeMunicipalityUnknown: printed('SGT4F6', "La commune transmise n'est pas reconnue."),
  sgeCriteriaInsufficient: seen('SGT4F7', 'Les critères renseignés ne sont pas suffisants.', 'RP-NR2'),
  sgeTooManyPoints: seen(
    'SGT4F8',
    'La recherche de points renvoie trop de résultats. Veuillez affiner les critères de recherche.',
    'RP-NR1',
  ),
  /** Its code has seven characters, one more than its own schema allows (R31). */
  sgeNameTooShort: ours(
    'SGT4F10',
    'Le nom du client doit comporter au moins 3 caractères pour une recherche hors périmètre.',
  ),
  sgePostalCodeInvalid: ours('SGT432', "Le code postal renseigné n'est pas valide."),
} as const satisfies Readonly<Record<string, Entry>>
