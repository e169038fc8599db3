import type { Places } from '../memory.ts'
import { dayOf, daysBefore } from '../pacific.ts'
import type { Run } from '../run.ts'
import { NotRegistered, Refused } from '../trouble.ts'
import { applicationIn } from '../wire/authorization.ts'
import { ofKind } from '../wire/feed.ts'

/** How the client knows where production is, and passes the tests before it. */
export const registration = {
  /** Reads the registration once a week: it names the addresses of production, and says whether we are still in it. */
  async knowRegistration(run: Run): Promise<void> {
    const { memory, habits, setting } = run
    const known = memory.registration
    if (known !== null && known.status === 2 && known.readOn > daysBefore(dayOf(setting.now), 7)) return
    const uri = known?.uri ?? (await habits.findRegistration(run))
    if (uri !== undefined) await habits.readRegistration(run, uri)
  },

  /** The list of authorizations leads to it. */
  async findRegistration(run: Run): Promise<string | undefined> {
    const told = await run.habits.reviewAll(run)
    return told.map(({ resource }) => resource).find((resource) => resource.includes('/ApplicationInformation/'))
  },

  async readRegistration(run: Run, uri: string): Promise<void> {
    const { memory, habits, setting } = run
    const entries = await habits.read(run, { by: 'registration' }, uri).catch((error: unknown) => {
      throw error instanceof Refused ? new NotRegistered('Our registration token opens nothing any more.') : error
    })
    const [entry] = ofKind(entries, 'ApplicationInformation')
    if (entry === undefined) return
    const { status, places } = applicationIn(entry)
    memory.registration = { status, uri, places, readOn: dayOf(setting.now) }
    run.save()
  },

  /** Whether the registration is not in production yet, so that only its tests are open. */
  isInTests({ memory }: Run): boolean {
    return memory.registration === null ? memory.clientToken?.test === true : memory.registration.status === 1
  },

  /** Where production is: what the registration says, and until it was read what PG&E documents. */
  places({ memory, setting }: Run): Places {
    return memory.registration?.places ?? documentedPlaces(setting.url)
  },

  tokenAddress(run: Run, { test }: { test: boolean }): string {
    return test ? `${run.setting.url}/datacustodian/test/oauth/v2/token` : run.habits.places(run).token
  },

  authorizeAddress(run: Run, { test }: { test: boolean }): string {
    return test ? `${run.setting.url}/datacustodian/test/oauth/v2/authorize` : run.habits.places(run).authorize
  },

  /** An address below the resources: `resource(run, 'Authorization')`. */
  resource(run: Run, ...path: string[]): string {
    return [run.habits.places(run).resource.replace(/\/$/, ''), ...path].join('/')
  },

  /** API connectivity: a token, the status, the sample. The third test, of OAuth, comes with the first browser. */
  async passTests(run: Run): Promise<void> {
    const { memory, habits } = run
    if (memory.testsPassed) return
    await habits.call(run, { by: 'client' }, habits.resource(run, 'ReadServiceStatus'))
    await habits.call(run, { by: 'client' }, habits.resource(run, 'DownloadSampleData'))
    memory.testsPassed = true
    run.save()
  },
}

function documentedPlaces(url: string): Places {
  const resource = `${url}/GreenButtonConnect/espi/1_1/resource`
  return {
    authorize: `${url}/myAuthorization`,
    token: `${url}/datacustodian/oauth/v2/token`,
    resource,
    bulk: `${resource}/Batch/Bulk`,
  }
}
