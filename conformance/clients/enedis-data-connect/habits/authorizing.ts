import { errorIn, newState, wayBack } from '../oauth.ts'
import type { Page } from '../listener.ts'
import type { Run } from '../run.ts'

const hourMs = 3_600_000

/** How customers are sent to the consent page, and what becomes of those who come back. */
export const authorizing = {
  /** Sends a customer's browser out: whoever shows pages opens the address. */
  async authorize(run: Run): Promise<void> {
    run.say({ open: run.habits.sendOut(run) })
  },

  /** The address of the consent page, with a state by which the browser is known when it returns. */
  sendOut(run: Run): string {
    const { memory, setting, habits } = run
    const state = habits.newState(run)
    memory.sentOut[state] = { sentAt: setting.now }
    memory.sent++
    run.save()
    return `${habits.consentPage(run)}?${habits.consentQuery(run, state)}`
  },

  /** The redirect address is not sent: Enedis has it from the registration. */
  consentQuery(run: Run, state: string): string {
    const { clientId } = run.setting
    const duration = run.habits.consentDuration()
    return new URLSearchParams({ client_id: clientId, response_type: 'code', state, duration }).toString()
  },

  /** Three years are the most that may be asked for. */
  consentDuration(): string {
    return 'P1Y'
  },

  /** In the sandbox the last digit decides which of ten fictitious clients answers: each in turn. */
  newState({ memory }: Run): string {
    return `${newState()}-${memory.sent % 10}`
  },

  /** A browser returns: it must be one of those we sent out, and what it brings is kept before a page is shown. */
  async takeBack(run: Run, url: URL): Promise<Page> {
    const { memory, habits } = run
    const told = habits.redirectIn(url)
    const state = habits.stateOf(run, told)
    if (state === undefined) return habits.takeBackStranger(run, told)
    delete memory.sentOut[state]
    run.save()
    try {
      const params = habits.wayBack(run, told, state)
      return await habits.welcome(run, params)
    } catch (error) {
      return habits.notShared(run, error)
    }
  },

  /** What a browser brings. Enedis was seen to hang it on the path, where a question mark belongs. */
  redirectIn({ pathname, searchParams }: URL): URLSearchParams {
    const [, onPath] = /^\/callback(?:\/|&|\?)?(.+)$/.exec(pathname) ?? []
    return onPath === undefined ? searchParams : new URLSearchParams(`${onPath}&${searchParams}`)
  },

  /** The state of a browser that we sent out. */
  stateOf({ memory }: Run, told: URLSearchParams): string | undefined {
    const state = told.get('state') ?? ''
    return Object.hasOwn(memory.sentOut, state) ? state : undefined
  },

  wayBack({ setting }: Run, told: URLSearchParams, state: string): URLSearchParams {
    return wayBack(setting, told, state)
  },

  /** Refusals may come without a state. Nothing is taken over from them, so nobody is harmed by one that is not ours. */
  takeBackStranger(run: Run, told: URLSearchParams): Page {
    const { memory, habits } = run
    const error = told.get('error')
    if (error === null || told.has('state') || Object.keys(memory.sentOut).length === 0)
      return { status: 400, says: 'We did not send you there. Nothing was taken over.' }
    habits.learnRefusal(run, { code: error, says: told.get('error_description') ?? '' })
    return { status: 200, says: 'You have not shared anything with us. Come back whenever you like.' }
  },

  /** The customer said no, or something came between: a person should know, and the customer may try again. */
  notShared(run: Run, error: unknown): Page {
    const { habits } = run
    const refusal = errorIn(error)
    if (refusal !== undefined) {
      habits.learnRefusal(run, refusal)
      return { status: 200, says: 'Nothing was shared with us. Please try again whenever you like.' }
    }
    const trouble = habits.whatWentWrong(error)
    if (trouble === undefined) throw error
    habits.decide(run, { decision: `consent lost: ${trouble}`, because: (error as Error).message })
    return { status: 502, says: 'Your consent did not reach us. Please try again.' }
  },

  /** Whether the customer said no or the page failed: either way there is no consent, and a person should know. */
  learnRefusal(run: Run, { code, says }: { code: string; says: string }): void {
    const isRefusal = code === 'access_denied' || says === 'demande_non_aboutie'
    const decision = isRefusal ? 'consent refused' : 'consent page failed'
    run.habits.decide(run, { decision, because: `The browser came back with ${code}: ${says}` })
  },

  /** Sharing what is shared already leads nowhere, and pages fail: browsers that never came back are told of. */
  missBrowsers(run: Run): void {
    const { memory, setting, habits } = run
    for (const [state, { sentAt }] of Object.entries(memory.sentOut)) {
      if (Date.parse(setting.now) - Date.parse(sentAt) < hourMs) continue
      delete memory.sentOut[state]
      const because = `A browser that was sent to the consent page at ${sentAt} did not come back.`
      habits.decide(run, { decision: 'consent page left', because })
    }
  },
}
