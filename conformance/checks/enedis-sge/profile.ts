import type { Profile } from '../../run.ts'
import { checks } from './index.ts'

const stories: readonly string[] = []

/** Market parties that read and order customers' measures by the web services of Enedis SGE, and get its files. */
export const enedisSge: Omit<Profile, 'requirements'> = {
  id: 'enedis-sge',
  title: 'Enedis SGE, market parties',
  provider: 'enedis',
  scenarios: stories.map((story) => `enedis/sge/${story}`),
  asks: {
    subscribe: 'a customer has agreed: have their point collected and sent, from now on',
    unsubscribe: 'the customer is no longer yours: stop what runs there',
    sync: 'bring data up to date: order what does not run yet, read what was measured since, open the files that have arrived, stop the rest',
    history: 'order the past of a point as a file, and read it when it comes',
    order: 'order measures of several points as files of M023, and read them when they come',
    find: 'find a point',
    case: 'make this one call of the homologation catalogue as it stands there, and keep what it answers',
  },
  checks,
  traits: {},
}
