const mark = 'x-hono-already-sent'

/**
 * Tells the listener that the answer went out by another way. Made with the native Response, once: the light one that
 * a command's own process uses would be written a second time.
 */
export const alreadySent = new Response(null, { headers: { [mark]: 'true' } })

/** A mark with a status for the journal, for answers that a fault sent. */
export function sentAs(status: number): Response {
  return new Response(null, { status, headers: { [mark]: 'true' } })
}

/** What the listener may write: nothing more, where the answer has gone out. */
export function unlessSent(response: Response): Response {
  return response === alreadySent || response.headers.has(mark) ? alreadySent : response
}
