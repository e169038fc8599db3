import { directions, type Consent } from '../memory.ts'
import type { Page } from '../listener.ts'
import { dayOf } from '../../paris.ts'
import type { Run } from '../run.ts'
import { NoAnswer, Refused } from '../trouble.ts'
import { servicesIn, type ServiceTold } from '../wire/services.ts'

const dayMs = 86_400_000

/** How a consent becomes a usage point that may be read. */
export const sharing = {
  /** An authorisation since September 2026, usage points before; a code led somewhere in the days of v4 only. */
  async welcome(run: Run, params: URLSearchParams): Promise<Page> {
    const { habits } = run
    const [autorisation, usagePoints] = [params.get('autorisation_id'), params.get('usage_point_id')]
    const isWithCode = habits.generation(run) === 'v4' && params.has('code')
    if (autorisation !== null) await habits.welcomeAutorisation(run, autorisation)
    else if (isWithCode) await habits.welcomeCode(run, params)
    else if (usagePoints !== null)
      for (const usagePoint of habits.severalIn(usagePoints)) habits.open(run, { usagePoint, autorisation: null })
    else habits.learnRefusal(run, { code: 'nothing', says: 'neither an authorisation nor a usage point' })
    return { status: 200, says: 'Thank you. We have your consent.' }
  },

  /** Several meters come in one word, between semicolons, and between commas before September 2023. */
  severalIn(usagePoints: string): string[] {
    return usagePoints.split(/[;,]/).filter((one) => one !== '')
  },

  /** Kept before it is exchanged, so that trouble on the way loses nothing. */
  async welcomeAutorisation(run: Run, autorisation: string): Promise<void> {
    const { memory, setting, habits } = run
    memory.waiting = memory.waiting.filter((one) => one.autorisation !== autorisation)
    memory.waiting.push({ autorisation, since: setting.now })
    run.save()
    await habits.attempt(run, () => habits.exchange(run, autorisation))
  },

  /** Right after a consent its services may not be listed yet: asked again a few times, then left to the next run. */
  async exchange(run: Run, autorisation: string): Promise<void> {
    const { memory, habits, service } = run
    for (let attempt = 0; ; attempt++) {
      const services = await habits.services(run, autorisation)
      if (services.length > 0) {
        memory.waiting = memory.waiting.filter((one) => one.autorisation !== autorisation)
        return habits.learnServices(run, autorisation, services)
      }
      const seconds = habits.pauseBeforeNextExchange(attempt)
      if (seconds === undefined) return
      await service.pause(seconds)
    }
  },

  pauseBeforeNextExchange(attempt: number): number | undefined {
    return attempt < 3 ? 2 ** attempt : undefined
  },

  /** What an authorisation has opened. A refusal says that there is nothing. */
  async services(run: Run, autorisation: string): Promise<ServiceTold[]> {
    const { habits } = run
    const body = habits.servicesQuery(autorisation)
    const asked = { api: 'subscribed_services', url: habits.servicesAddress(run), body }
    const { body: told } = await habits.call(run, asked)
    return habits.servicesIn(told)
  },

  servicesQuery(autorisation: string): object {
    return { autorisationId: Number(autorisation), comptage: false, autorisation: true, serviceType: 'ACCES' }
  },

  servicesIn(body: string): ServiceTold[] {
    return servicesIn(body)
  },

  learnServices(run: Run, autorisation: string, services: readonly ServiceTold[]): void {
    const { habits } = run
    for (const usagePoint of new Set(services.map((one) => one.usagePoint))) {
      const own = services.filter((one) => one.usagePoint === usagePoint)
      habits.open(run, { usagePoint, autorisation })
      habits.keepServices(run, usagePoint, own)
    }
  },

  /** A consent, or one that is given anew: what came of the old one says nothing. */
  open(run: Run, { usagePoint, autorisation }: { usagePoint: string; autorisation: string | null }): Consent {
    const { memory, setting, habits } = run
    habits.pointOf(run, usagePoint)
    const consent: Consent = {
      ...{ status: 'active', autorisation, sharedAt: setting.now, lastDay: null, services: null, closed: [] },
      ...{ hasWorked: false, syncedAt: null, listedOn: null, contractReadOn: null },
    }
    memory.consents[usagePoint] = consent
    run.save()
    return consent
  },

  keepServices(run: Run, usagePoint: string, services: readonly ServiceTold[]): void {
    const consent = run.memory.consents[usagePoint]
    if (consent === undefined) return
    const ends = services.flatMap(({ lastDay }) => lastDay ?? [])
    consent.listedOn = dayOf(run.setting.now)
    consent.services = [...new Set(services.map(({ code }) => code).filter((code) => code !== ''))]
    consent.lastDay = ends.length === services.length ? (ends.sort().at(-1) ?? null) : null
    const { flows } = run.habits.pointOf(run, usagePoint)
    for (const direction of directions)
      if (services.some((one) => one[direction] !== null))
        flows[direction].measured = services.some((one) => one[direction] === true)
    run.save()
  },

  /** Consents that were given before this client began: who they are for is known, what they open is asked for. */
  async takeOver(run: Run): Promise<void> {
    const { memory, setting, habits } = run
    for (const { name, usagePoint, autorisation } of setting.heldConsents) {
      if (memory.takenOver.includes(name)) continue
      if (usagePoint !== null) habits.open(run, { usagePoint, autorisation }).sharedAt = null
      else if (autorisation !== null) memory.waiting.push({ autorisation, since: setting.now })
      memory.takenOver.push(name)
      run.save()
    }
    await habits.takeOverGrants(run)
  },

  /** Once a day, for what a consent opens may change. Measures do without the list: what there is shows when it is read. */
  async findServices(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory, setting } = run
    const { autorisation = null, listedOn = null } = memory.consents[usagePoint] ?? {}
    if (autorisation === null || habits.generation(run) !== 'v2' || listedOn === dayOf(setting.now)) return
    try {
      const services = await habits.services(run, autorisation)
      const own = services.filter((one) => one.usagePoint === usagePoint)
      if (own.length > 0) habits.keepServices(run, usagePoint, own)
    } catch (error) {
      if (!(error instanceof Refused) && !(error instanceof NoAnswer)) throw error
    }
  },

  /** Authorisations of which the usage point is not known yet. After two days a person should look. */
  async exchangeWaiting(run: Run): Promise<void> {
    const { memory, setting, habits } = run
    for (const { autorisation, since } of [...memory.waiting]) {
      await habits.exchange(run, autorisation)
      const isWaiting = memory.waiting.some((one) => one.autorisation === autorisation)
      if (!isWaiting || Date.parse(setting.now) - Date.parse(since) < 2 * dayMs) continue
      memory.waiting = memory.waiting.filter((one) => one.autorisation !== autorisation)
      const because = `Enedis lists no service of authorisation ${autorisation}.`
      habits.decide(run, { decision: 'consent without usage point', because })
    }
  },
}
