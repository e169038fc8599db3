import { answers, nextPage, readAs, type Pending } from '../wire.ts'
import type { Run } from '../run.ts'

type List = 'connections' | 'properties' | 'meters'

/** How the three pending lists are read. Nothing announces what waits there, so each run looks. */
export const pending = {
  async pendingPage({ service }: Run, list: List, page: number): Promise<Pending> {
    const ask = {
      connections: () => service.connectAccountPendingListGet(page),
      properties: () => service.sharePropertyPendingListGet(page),
      meters: () => service.shareMeterPendingListGet(page),
    }
    return readAs(answers.pendingList, await ask[list]()).pendingList
  },

  /** All pages of a list: 20 requests stand on each. */
  async pendingAll(run: Run, list: List): Promise<Pending[]> {
    const pages: Pending[] = []
    for (let page: number | undefined = 1; page !== undefined;) {
      const read: Pending = await run.habits.pendingPage(run, list, page)
      pages.push(read)
      page = nextPage(read.links)
    }
    return pages
  },

  async pendingConnections(run: Run): Promise<Pending['account']> {
    return (await run.habits.pendingAll(run, 'connections')).flatMap(({ account }) => account)
  },

  async pendingProperties(run: Run): Promise<Pending['property']> {
    return (await run.habits.pendingAll(run, 'properties')).flatMap(({ property }) => property)
  },

  async pendingMeters(run: Run): Promise<Pending['meter']> {
    return (await run.habits.pendingAll(run, 'meters')).flatMap(({ meter }) => meter)
  },
}
