import type { Direction } from '../../../model/index.ts'

/** Units by quantity: power and energy, active and reactive; apparent power; voltage. Source: SGEGUIDE; FAQ, units. */
const units = { PA: 'W', PRI: 'VAr', PRC: 'VAr', E: 'V', EA: 'Wh', ERI: 'VArh', ERC: 'VArh', PMA: 'VA' } as const

/** Which quantity of which direction, and its unit. */
export function quantityTold<Quantity extends keyof typeof units>(direction: Direction, quantity: Quantity) {
  const grandeurMetier = direction === 'consumption' ? ('CONS' as const) : ('PROD' as const)
  return { grandeurMetier, grandeurPhysique: quantity, unite: units[quantity] }
}
