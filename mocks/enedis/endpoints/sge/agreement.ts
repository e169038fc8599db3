import type { Agreement, DeclaredClient } from '../../views/index.ts'

type Declared = {
  personnePhysique?: { nom: string; prenom?: string }
  personneMorale?: { denominationSociale: string }
}

/** What a request declares of its customer's agreement, whatever its service calls it. */
export function agreementIn(agreed: boolean, declared: Declared): Agreement {
  return { agreed, client: clientIn(declared) }
}

function clientIn({ personnePhysique: person, personneMorale: company }: Declared): DeclaredClient | null {
  if (company !== undefined) return { kind: 'legalEntity', name: company.denominationSociale }
  if (person === undefined) return null
  return { kind: 'naturalPerson', lastName: person.nom, firstName: person.prenom ?? null }
}
