import type { Commodity, DataGroup } from '../model/index.ts'

/** What each data group is called on the pages, and what it holds. Source: PAGE, data groups. */
export const groupWords: Readonly<Record<DataGroup, { name: string; holds: string }>> = {
  Usage: { name: 'Energy usage', holds: 'How much electricity or gas you use, by interval or by day' },
  Billing: { name: 'Billing', holds: 'Bill periods, totals, charges and your rate' },
  Basic: { name: 'Basic information', holds: 'Your name and service address' },
  Account: { name: 'Account information', holds: 'Account number, service agreement number and start of service' },
  ProgramEnrollment: { name: 'Program enrollment', holds: 'Rate options, meter and demand-response programs' },
}

export const commodityWords: Readonly<Record<Commodity, string>> = { electric: 'Electric', gas: 'Gas' }

/** A Pacific day as Americans write it: `December 31, 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const months = 'January February March April May June July August September October November December'.split(' ')
  return `${months[(month ?? 1) - 1]} ${date}, ${year}`
}
