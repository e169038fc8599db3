/** How sure we are of a behaviour: a real response was seen, the provider says so, or we decided. */
export const bases = ['observed', 'documented', 'inferred'] as const
export type Basis = (typeof bases)[number]

/** Where a behaviour comes from. `source` starts with an id from the card's sources. */
export type Cited = { basis: Basis; source: string }
