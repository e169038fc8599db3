/** An address with what a redirect tells it, added to what the address holds already. Unset values are left out. */
export function addressWith(address: string, told: Readonly<Record<string, string | undefined>>): string {
  const words = Object.entries(told).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  if (words.length === 0) return address
  const [before = '', fragment] = address.split('#')
  const query = `${before}${before.includes('?') ? '&' : '?'}${words.join('&')}`
  return fragment === undefined ? query : `${query}#${fragment}`
}
