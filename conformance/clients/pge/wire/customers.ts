import type { Customer, Program } from '../memory.ts'
import { idIn, ofKind, type Entry } from './feed.ts'
import { all, text } from './xml.ts'

/** Whose agreements these are, one for each agreement a customer feed names, whatever it leaves out. */
export function customersIn(entries: readonly Entry[]): Customer[] {
  const named = new Map(ofKind(entries, 'Customer').map(({ self, content }) => [self, text(content, 'name') ?? null]))
  const accounts = new Map(
    ofKind(entries, 'CustomerAccount').map(({ self, content }) => [self, text(content, 'name') ?? null]),
  )
  const found = new Map<string, Customer>()
  for (const { kind, self, content } of entries) {
    const usagePoint = idIn(self, 'CustomerAgreement')
    if (usagePoint === undefined) continue
    const customer = found.get(usagePoint) ?? {
      usagePoint,
      name: named.get(self.replace(/\/CustomerAccount\/.*$/, '')) ?? null,
      account: accounts.get(self.replace(/\/CustomerAgreement\/.*$/, '')) ?? null,
      agreement: null,
      class: null,
      meters: 0,
    }
    if (kind === 'CustomerAgreement') {
      customer.agreement = text(content, 'name') ?? null
      customer.class = text(content, 'type') ?? null
    }
    if (kind === 'Meter') customer.meters++
    found.set(usagePoint, customer)
  }
  return [...found.values()]
}

/** The demand-response programs of agreements. */
export function programsIn(entries: readonly Entry[]): Program[] {
  return ofKind(entries, 'CustomerAgreement').flatMap(({ self, content }) =>
    all(content, 'DemandResponseProgram').map((program) => ({
      usagePoint: idIn(self, 'CustomerAgreement') ?? '',
      program: text(program, 'programName') ?? '',
      status: text(program, 'enrollmentStatus') ?? '',
    })),
  )
}
