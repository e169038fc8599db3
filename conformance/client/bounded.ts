/** Real milliseconds a client may take for one turn before it is stopped. */
export const usualBoundMs = 30_000

/** Waits for work as long as the bound allows; answers undefined when it was too long. */
export async function within<T>(boundMs: number, work: Promise<T>): Promise<T | undefined> {
  if (boundMs === Number.POSITIVE_INFINITY) return work
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((wake) => {
    timer = setTimeout(() => wake(undefined), boundMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
