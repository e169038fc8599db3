import { dayNumber, localDay } from '../../../src/toolbox/calendar.ts'
import type {
  Coverage,
  CustomerAgreementView,
  CustomerView,
  ProgramView,
  Seen,
  SeenAgreement,
  SeenMeter,
} from '../views.ts'
import { mayShow } from './coverage.ts'
import { pacific } from './pacific.ts'

/**
 * Who the customers behind some coverage are: name and place with Basic, account and agreement with Account, meters with
 * ProgramEnrollment; a snapshot of now. Source: PAGE, data groups; release note of June 2018 for meters.
 */
export function customersOf(
  state: Seen,
  covered: readonly Coverage[],
  { subscription }: { subscription: string },
): CustomerView[] {
  const byCustomer = new Map<string, Coverage[]>()
  for (const coverage of covered) {
    const key = `${coverage.authorization ?? subscription} ${agreementOf(state, coverage).customer}`
    byCustomer.set(key, [...(byCustomer.get(key) ?? []), coverage])
  }
  return [...byCustomer.values()].map((of) => customerView(state, of as [Coverage, ...Coverage[]], subscription))
}

function customerView(state: Seen, covered: [Coverage, ...Coverage[]], fallback: string): CustomerView {
  const [first] = covered
  const customer = state.customers[agreementOf(state, first).customer] as Seen['customers'][string &
    keyof Seen['customers']]
  const { id, accountId, accountNumber, billingAddress, name } = customer
  return {
    subscription: first.authorization ?? fallback,
    id,
    accountId,
    name: mayShow(first, 'Basic') ? name : null,
    account: mayShow(first, 'Account') ? { number: accountNumber, billingAddress: { ...billingAddress } } : null,
    agreements: covered.map((coverage) => agreementView(state, coverage)),
  }
}

function agreementView(state: Seen, coverage: Coverage): CustomerAgreementView {
  const agreement = agreementOf(state, coverage)
  const { id, name, customerClass, serviceStart, status, locationId, address, outageBlock } = agreement
  const signedAt = midnight(serviceStart)
  const isActive = status.kind === 'active'
  return {
    id,
    details: mayShow(coverage, 'Account')
      ? { name, customerClass, status: isActive ? 'Active' : 'Inactive', signedAt }
      : null,
    // Meters stand below a location in their addresses, also for those who may not see where it is.
    location: { id: locationId, place: mayShow(coverage, 'Basic') ? { address: { ...address }, outageBlock } : null },
    meters: mayShow(coverage, 'ProgramEnrollment') ? metersOf(state, agreement) : [],
    programs: mayShow(coverage, 'ProgramEnrollment') ? agreement.demandResponse.map(programView) : [],
  }
}

/** One for each meter that is there. Source: PAGE, several meters; the kinds are like the one captured. */
function metersOf(state: Seen, { meters }: SeenAgreement): CustomerAgreementView['meters'] {
  return meters
    .map((id) => state.meters[id] as SeenMeter)
    .filter(({ removedOn }) => removedOn === null)
    .map(({ metering, serialNumber }) => ({ ...kindOf(metering), serialNumber }))
}

function kindOf(metering: SeenMeter['metering']): { type: string; intervalLength: number | null } {
  if (metering.kind === 'gas') return { type: 'GMTR AC250', intervalLength: 86_400 }
  if (metering.kind === 'billOnly') {
    return { type: metering.commodity === 'gas' ? 'GMTR AC250' : 'EMTR 2S/CL200/3W/5Dials', intervalLength: null }
  }
  return { type: 'EMTR 12S/XP/CL200/3W/5Dials', intervalLength: metering.intervalSeconds }
}

function programView(program: SeenAgreement['demandResponse'][number]): ProgramView {
  const { programName, enrollmentStatus, programDescription, programDates, capacityReservationLevel } = program
  return {
    name: programName,
    enrollmentStatus,
    description: programDescription,
    dates: programDates.map(({ kind, on }) => ({ kind, at: midnight(on) })),
    capacityReservation: capacityReservationLevel && { ...capacityReservationLevel },
  }
}

function agreementOf(state: Seen, { agreement }: Pick<Coverage, 'agreement'>): SeenAgreement {
  return state.agreements[agreement] as SeenAgreement
}

function midnight(day: string): number {
  return localDay(dayNumber(day), pacific).startsAt
}
