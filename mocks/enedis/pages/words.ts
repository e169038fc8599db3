/** A duration such as P1Y6M as the French say it: `1 an et 6 mois`. */
export function durationInWords(duration: string): string {
  const [, years, months, weeks, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration) ?? []
  const parts = [
    counted(years, 'an', 'ans'),
    counted(months, 'mois', 'mois'),
    counted(weeks, 'semaine', 'semaines'),
    counted(days, 'jour', 'jours'),
  ].filter((part) => part !== undefined)
  const last = parts.pop() ?? duration
  return parts.length === 0 ? last : `${parts.join(', ')} et ${last}`
}

function counted(number: string | undefined, one: string, several: string): string | undefined {
  const count = Number(number ?? 0)
  if (count === 0) return undefined
  return `${count} ${count === 1 ? one : several}`
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

/** A day as the French write it: `1er mars 2026`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date === 1 ? '1er' : date} ${months[(month ?? 1) - 1]} ${year}`
}
