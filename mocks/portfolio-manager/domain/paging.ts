import type { Page } from '../views.ts'

/** One page of a list; pages count from 1, and a client that asks for page 0 gets the first. */
export function pageOf<Item>(all: readonly Item[], { page, size }: { page: number; size: number }): Page<Item> {
  const asked = Math.max(1, page)
  const items = all.slice((asked - 1) * size, asked * size)
  const hasNext = asked * size < all.length
  return { items, page: asked, ...(hasNext && { next: asked + 1 }), ...(asked > 1 && { previous: asked - 1 }) }
}
