import { defineDialect, type Settings } from '../../../src/contract/dialect.ts'
import type { House } from '../../../src/contract/effect.ts'
import { data } from './data.ts'
import { oauth } from './oauth.ts'

/**
 * Where the sources of Share My Data contradict each other, or say nothing: what we can play, and what we play. Ids
 * beginning with C are contradictions between sources, those with A questions met later. Settled without a switch:
 * addresses use the base the client used (C8); a label printed beside the wrong address is an error of the page (C13);
 * the address of a usage point's data is served with and without Batch (C17), and that of a community's customers with
 * and without resource (C18); limits are observed or enforced in the limits' own setting (C20); who ends an
 * authorization decides when access ends (C25); published means the time of the data (C29); client ids are
 * alphanumeric (C30).
 */
export const dialect = defineDialect({
  defaultPreset: 'pge-2023',
  switches: { ...oauth, ...data },
  presets: {
    'pge-2023': {},
    /** October 2015, after the mending of August. */
    'pge-2015': {
      authMsBug: 'on',
      historyLengthUnit: 'seconds',
      additionalScope: 'off',
      indefinite: 'farFuture',
      authorizeAddress: 'gateway',
      clickThrough1: 'on',
      defaultWindow: 'T-2',
      noData: 'emptyFeed',
      summarySelfBug: 'on',
      serializer: '2015',
    },
    /** What the certification tests of the Green Button Alliance expect. */
    gba: {
      codeTtl: '360',
      badClientId: '401',
      subscriptionMode: 'sync',
      expiredTokenStatus: '401',
      queryParams: 'strict',
    },
  },
})

export type PgeSettings = Settings<typeof dialect>
export type PgeHouse = House<PgeSettings>
/** What a rule that only reads may know besides the state. */
export type Look = Pick<PgeHouse, 'now' | 'dialect'>
