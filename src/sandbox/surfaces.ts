import type { SurfaceCard, Surfaces } from '../contract/provider.ts'

/** Which of several surfaces a client means: the one whose name it uses, the first where it uses the name of none. */
export function surfaceAsked(surfaces: Surfaces, hostName: string | null): SurfaceCard {
  const name = hostName?.toLowerCase() ?? ''
  return surfaces.find(({ hostNames }) => hostNames.includes(name)) ?? surfaces[0]
}

/** The surfaces that answer by the same endpoints, itself among them. */
export function sharingWith(surface: SurfaceCard, surfaces: Surfaces): readonly SurfaceCard[] {
  return surface.hasOwnEndpoints ? [surface] : surfaces.filter(({ hasOwnEndpoints }) => !hasOwnEndpoints)
}

/** The surface with this id; a wrong one is the caller's mistake. */
export function surfaceNamed(surfaces: Surfaces, wanted: string): SurfaceCard {
  const found = surfaces.find(({ id }) => id === wanted)
  if (found) return found
  throw new Error(`The card has no surface "${wanted}": it has ${surfaces.map(({ id }) => id).join(', ')}.`)
}
