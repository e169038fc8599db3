import { grantByCode, isDenied, newState, wayBack } from '../oauth.ts'
import type { Run } from '../run.ts'

const hourMs = 3_600_000

/** What a browser is told when it comes: a page, or where to go on. */
export type Page = { status: number; says: string; location?: string }

/** How customers are sent to be authorized, and what becomes of those who come back. */
export const authorizing = {
  /** Sends a customer's browser out: whoever shows pages opens the address. */
  async authorize(run: Run): Promise<void> {
    run.say({ open: run.habits.sendOut(run) })
  },

  /** A browser that came while nobody listened, and whose last address somebody kept for us. */
  async meet(run: Run, url: URL): Promise<void> {
    if (url.pathname.endsWith('/portal')) return run.habits.authorize(run)
    await run.habits.takeBack(run, url)
  },

  /** The address of the authorization page, with a state by which the browser is known when it returns. */
  sendOut(run: Run): string {
    const { memory, setting, habits } = run
    const state = habits.newState()
    const test = habits.isInTests(run)
    for (const [old, { sentAt }] of Object.entries(memory.sentOut))
      if (Date.parse(setting.now) - Date.parse(sentAt) > hourMs) delete memory.sentOut[old]
    memory.sentOut[state] = { test, sentAt: setting.now }
    run.save()
    const address = new URL(habits.authorizeAddress(run, { test }))
    const query = habits.authorizeQuery(run, state)
    return `${address.origin}${address.pathname}?${query}`
  },

  authorizeQuery(run: Run, state: string): string {
    const { clientId } = run.setting
    const redirectUri = run.habits.redirectUri(run)
    return new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      state,
    }).toString()
  },

  newState(): string {
    return newState()
  },

  redirectUri({ setting }: Run): string {
    if (setting.ownUrl === undefined)
      throw new Error('WATTPROOF_CLIENT_URL is missing: browsers must return somewhere.')
    return `${setting.ownUrl.replace(/\/$/, '')}/callback`
  },

  /** A browser returns: it must be one of those we sent out, and its code is exchanged before the page is shown. */
  async takeBack(run: Run, url: URL): Promise<Page> {
    const { memory, habits } = run
    const state = habits.stateOf(run, url)
    const sent = state === undefined ? undefined : memory.sentOut[state]
    if (state === undefined || sent === undefined)
      return { status: 400, says: 'We did not send you there. Nothing was taken over.' }
    delete memory.sentOut[state]
    run.save()
    try {
      const params = habits.wayBack(run, url, state)
      await habits.exchange(run, params, sent)
      return { status: 200, says: 'Thank you. We have your authorization.' }
    } catch (error) {
      return habits.notAuthorized(run, error)
    }
  },

  /** The customer said no, or something came between: a person should know, and the customer may try again. */
  async notAuthorized(run: Run, error: unknown): Promise<Page> {
    const { memory, habits } = run
    if (isDenied(error)) {
      memory.decisions.push({ decision: 'authorization refused', because: 'The customer pressed Cancel.' })
      return { status: 200, says: 'You have not authorized us. Come back whenever you like.' }
    }
    const decision = await habits.whatWentWrong(run, error)
    if (decision === undefined) throw error
    memory.decisions.push({ decision: `authorization failed: ${decision}`, because: (error as Error).message })
    return { status: 502, says: 'Your authorization did not reach us. Please try again.' }
  },

  /** The state of a browser that we sent out. */
  stateOf({ memory }: Run, url: URL): string | undefined {
    const state = url.searchParams.get('state') ?? ''
    return Object.hasOwn(memory.sentOut, state) ? state : undefined
  },

  wayBack(run: Run, url: URL, state: string): URLSearchParams {
    return wayBack(run.habits.asking(run, { test: false }), url, state)
  },

  async exchange(run: Run, params: URLSearchParams, { test }: { test: boolean }): Promise<void> {
    const { habits } = run
    const redirectUri = habits.redirectUri(run)
    const granted = await grantByCode(habits.asking(run, { test }), { params, redirectUri })
    // The tests' tokens open no customer's data.
    if (!test) habits.welcome(run, granted)
  },

  /** Somebody who chose us on PG&E's page, or PG&E's test: they are sent on at once. */
  async atPortal(run: Run, _url: URL): Promise<Page> {
    return { status: 302, says: 'You are sent on to PG&E.', location: run.habits.sendOut(run) }
  },
}
