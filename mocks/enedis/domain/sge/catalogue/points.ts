import type { PointTold } from '../../usage-point.ts'

const home: PointTold = { segment: 'C5' }
const shop: PointTold = { segment: 'C4' }

/**
 * The points that the published cases call, most in a variant of C5 and one of C2 to C4. That numbers beginning with 25
 * are of C5 and others are not is inferred from what the cases order there. Source: CATALOGUE, 21.3, 22.1 and 26.1.
 */
export const cataloguePoints = {
  // ADP: technical and contractual data.
  '25946599093143': home,
  '98800007059999': shop,
  // AHC, F380 and F385B: readings of the last year, and history.
  '25957452924301': home,
  '98800005782026': shop,
  '98800005144497': shop,
  // CMD2 and CMD3: curves, energies, peaks and indexes.
  '25478147557460': home,
  '30001610071843': shop,
  // Orders, and the services that come of them. Nobody has had the curve collected yet.
  '25884515170669': { ...home, consumption: { curve: 'never' } },
  '98800000000246': { ...shop, consumption: { curve: 'never' } },
  // F300C_O3-NR: a meter that cannot be reached.
  '25128509404458': { ...home, consumption: { curve: 'never' } },
} as const satisfies Record<string, PointTold>

/** Those whose meter does not answer. */
export const outOfReach = ['25128509404458'] as const satisfies (keyof typeof cataloguePoints)[]

/** Where the indexes of a home are transmitted already, so that F305C has something to renew. */
export const transmitted = '25884515170669' satisfies keyof typeof cataloguePoints
