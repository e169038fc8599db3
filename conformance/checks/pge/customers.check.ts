import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { customersBy, programsBy, type ToldCustomer } from './facts/customers.ts'
import { everSaid, named } from './facts/index.ts'

type SaidCustomer = {
  name?: string | null | undefined
  account?: string | null | undefined
  agreement?: string | null | undefined
}
type Field = keyof SaidCustomer

/** One check for each thing that is known of a customer: what a client said of it against what it was told. */
const known = (
  [
    ['name', 'PGE-CUSTOMER-1', 'reads customers’ names, whatever prefixes their feed has', 'name'],
    ['account', 'PGE-CUSTOMER-2', 'knows the account number of each agreement', 'account'],
    [
      'service-agreement',
      'PGE-CUSTOMER-3',
      'knows the SA id of each agreement, which a meter swap changes',
      'agreement',
    ],
  ] as const
).map(([name, requirement, title, field]) =>
  check({
    id: `pge/customers/${name}`,
    title,
    requirement,
    level: 'must',
    needs: 'words',
    remedy:
      'Customer feeds have other prefixes than usage feeds, and payloads in the default namespace http://naesb.org/espi/customer: read names with their namespace. name of CustomerAccount is the account number, name of CustomerAgreement the SA id.',
    when: (evidence) => toldCustomers(evidence, field),
    then: (evidence, { turn, told, said }) => {
      const holds = said?.[field] === told[field]
      const says = `Of ${named(evidence, told.usagePoint)} the ${name} told was ${told[field]}; the client holds ${said?.[field] ?? 'none'}.`
      return [{ holds, says, rests: [turn, told.call] }]
    },
  }),
)

const programs = check({
  id: 'pge/customers/each-program',
  title: 'knows every demand-response program of an agreement',
  requirement: 'PGE-CUSTOMER-4',
  level: 'must',
  needs: 'words',
  remedy: 'A CustomerAgreement has a DemandResponseProgram for each: one, several or none.',
  when: (evidence) => everSaid(evidence, 'programs'),
  then: (evidence, { turn, what }) =>
    programsBy(evidence, turn).map(({ call, usagePoint, program }) => {
      const holds = what.some((said) => said.usagePoint === usagePoint && said.program === program)
      const says = `The client ${holds ? 'knows' : 'does not know'} that ${named(evidence, usagePoint)} takes part in ${program}.`
      return { holds, says, rests: [turn, call] }
    }),
})

const enrolment = check({
  id: 'pge/customers/enrolment',
  title: 'knows an enrolment that is pending from one in force',
  requirement: 'PGE-CUSTOMER-5',
  level: 'must',
  needs: 'words',
  remedy: 'enrollmentStatus is unenrolled, enrolled or enrolledPending: keep what it says, and read it again.',
  when: (evidence) => everSaid(evidence, 'programs'),
  then: (evidence, { turn, what }) =>
    programsBy(evidence, turn).flatMap(({ call, usagePoint, program, status }) => {
      const said = what.find((one) => one.usagePoint === usagePoint && one.program === program)
      if (said === undefined) return []
      const says = `${program} of ${named(evidence, usagePoint)} is ${status}; the client holds ${said.status}.`
      return [{ holds: said.status === status, says, rests: [turn, call] }]
    }),
})

export const customers: readonly Check[] = [...known, programs, enrolment]

/** What was told of each agreement's customer, beside what the client said of it. */
function toldCustomers(
  evidence: Evidence,
  field: Field,
): { turn: Turn; told: ToldCustomer; said: SaidCustomer | undefined }[] {
  return everSaid(evidence, 'customers').flatMap(({ turn, what }) =>
    customersBy(evidence, turn)
      .filter((told) => told[field] !== undefined)
      .map((told) => ({ turn, told, said: what.find(({ usagePoint }) => usagePoint === told.usagePoint) })),
  )
}
