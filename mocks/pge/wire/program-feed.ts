import { branch, each, leaf, nothing, type Markup } from '../../../src/toolbox/xml/index.ts'
import type { CustomerView, ProgramView } from '../views.ts'
import { addressesOf, customerEntry, customerFeed } from './customer-envelope.ts'
import { agreementFields } from './customer-feed.ts'
import type { Sheet } from './envelope.ts'

/** The demand-response programs of customers' agreements. Source: PAGE, RetailDRPrgInfo; XSD. */
export function encodePrograms(self: string, customers: readonly CustomerView[], sheet: Sheet): Generator<string> {
  return customerFeed(
    self,
    sheet,
    customers.flatMap((one) => entriesOf(one, sheet)),
  )
}

function entriesOf(customer: CustomerView, sheet: Sheet): string[] {
  const at = addressesOf(customer, sheet.at)
  return customer.agreements
    .filter(({ programs }) => programs.length > 0)
    .map(({ id, details, programs }) => {
      const fields = details ? agreementFields(details) : []
      const content = branch('CustomerAgreement', ...fields, each(programs, programBlock))
      return customerEntry({ up: at.agreements, self: at.agreement(id), content }, sheet)
    })
}

/** Source: XSD, DemandResponseProgram and ProgramDateKind. */
function programBlock({ name, enrollmentStatus, description, dates, capacityReservation }: ProgramView): Markup {
  return branch(
    'DemandResponseProgram',
    leaf('programName', name),
    leaf('enrollmentStatus', enrollmentStatus),
    description === null ? nothing : leaf('programDescription', description),
    each(dates, ({ kind, at }) =>
      branch('programDate', leaf('programDate', at), leaf('programDateDescription', dateKinds[kind])),
    ),
    capacityReservation === null
      ? nothing
      : branch(
          'capacityReservationLevel',
          each(Object.entries(capacityReservation), ([unit, value]) => leaf(unit, value)),
        ),
  )
}

const dateKinds = {
  enrolled: 'CUST_DR_PROGRAM_ENROLLMENT_DATE',
  unenrolled: 'CUST_DR_PROGRAM_DE_ENROLLMENT_DATE',
  earliestExit: 'CUST_DR_PROGRAM_TERM_DATE_REGARDLESS_FINANCIAL',
  earliestFreeExit: 'CUST_DR_PROGRAM_TERM_DATE_WITHOUT_FINANCIAL',
} as const
