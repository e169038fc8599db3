import { chance } from '../../ground/ids.ts'

/** UUIDs, one after the other, that look random and belong to words: the same words give the same row. */
export function uuids(...about: (string | number)[]): () => string {
  let state = Math.floor(chance(...about) * 2 ** 32)
  const word = () => {
    state = (state + 0x9e3779b9) | 0
    let drawn = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    drawn = Math.imul(drawn ^ (drawn >>> 15), 0x735a2d97)
    return ((drawn ^ (drawn >>> 15)) >>> 0).toString(16).padStart(8, '0')
  }
  return () => {
    const [one, two, three, four] = [word(), word(), word(), word()]
    const variant = '89ab'.charAt(Number.parseInt(three.charAt(0), 16) % 4)
    return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-${variant}${three.slice(1, 4)}-${three.slice(4)}${four}`
  }
}
