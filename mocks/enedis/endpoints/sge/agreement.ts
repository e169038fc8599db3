import type { SgeVisit } from '../../access/index.ts'
import type { Agreement, DeclaredClient } from '../../views/index.ts'

type Declared = {
  personnePhysique?: { nom: string; prenom?: string }
  personneMorale?: { denominationSociale: string }
}

/** What a request declares of its customer's agreement, whatever its service calls it. */
export function agreementIn(agreed: boolean, declared: Declared): Agreement {
  return { agreed, client: clientIn(declared) }
}

/** The same where a service lets it be left out. */
export function agreementOf(declared: (Declared & { accord: boolean }) | undefined): Agreement | null {
  return declared === undefined ? null : agreementIn(declared.accord, declared)
}

function clientIn({ personnePhysique: person, personneMorale: company }: Declared): DeclaredClient | null {
  if (company !== undefined) return { kind: 'legalEntity', name: company.denominationSociale }
  if (person === undefined) return null
  return { kind: 'naturalPerson', lastName: person.nom, firstName: person.prenom ?? null }
}

/** Newer services let an order say that somebody agreed without saying who: it passes, and the journal tells. */
export function noteWhoAgreed({ note }: SgeVisit, { agreed, client }: Agreement): void {
  if (!agreed || client !== null) return
  const says = 'The order declares an agreement and does not say whose: an authorisation names the client.'
  note({ finding: 'client-not-named', says, source: 'FAQ, authorisation of the customer', level: 'warning' })
}
