/** Departments that Enedis may serve, as both kinds of codes begin; Corsica has a grid operator of its own. */
const isMainland = (department: string) => /^(0[1-9]|1\d|2[1-9]|[3-8]\d|9[0-5])$/.test(department)
const isCorsican = (start: string) => /^(20|2A|2B)$/.test(start)
const isOverseas = (start: string) => /^9[78]$/.test(start)

/** Who answers for a place by a code of it: nobody where there is no such department. */
function placeOf(code: string): 'enedis' | 'others' | 'nowhere' {
  const start = code.slice(0, 2)
  if (isMainland(start)) return 'enedis'
  return isCorsican(start) || isOverseas(start) ? 'others' : 'nowhere'
}

/**
 * Whether SGE would know a municipality. The list of them is not ours to carry: a code is taken for one if its
 * department exists and it is not one of those kept for places abroad. Source: INF.
 */
export function isMunicipality(inseeCode: string): boolean {
  const number = Number(inseeCode.slice(2))
  return placeOf(inseeCode) !== 'nowhere' && number >= 1 && number <= 989
}

/** Whether a postcode may be one. Source: INF, as for municipalities. */
export const isPostalCode = (code: string): boolean => placeOf(code) !== 'nowhere'

/** Whether another operator runs the grid there. Source: FAQ, overseas departments are not Enedis; INF, nor is Corsica. */
export const isElsewhere = (code: string): boolean => placeOf(code) === 'others'
