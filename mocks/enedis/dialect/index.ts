import { defineDialect, type Settings } from '../../../src/contract/dialect.ts'
import type { House } from '../../../src/contract/effect.ts'
import { consent } from './consent.ts'
import { data } from './data.ts'
import { errors } from './errors.ts'
import { flows } from './flows.ts'
import { measures } from './measures.ts'
import { sge } from './sge.ts'

/** Where the sources disagree. Ids beginning with A are questions we met ourselves. */
export const dialect = defineDialect({
  defaultPreset: 'data-connect-2026',
  switches: { ...consent, ...errors, ...data, ...measures, ...sge, ...flows },
  presets: {
    /** October 2026: v2 in use, v5 still there. */
    'data-connect-2026': {},
    /** Before the summer of 2026. */
    'data-connect-v5': { generation: 'v5', notOwnerStatus: '403', throttleBody: '900807' },
    /** Before 17 September 2023. */
    'data-connect-v4': {
      generation: 'v4',
      severalUsagePoints: ',',
      notOwnerStatus: '403',
      throttleBody: 'Q4',
      gateway: '2023',
      errorCodes: 'documented',
    },
    /** The Swagger documents to the letter, where captures say otherwise. */
    documents: {
      bodyOfV2: 'swagger',
      errorCodes: 'documented',
      expiresInType: 'string',
      notOwnerStatus: '403',
      stampZone: 'utc',
      curveWindow: 'lessThanSeven',
      contactKey: 'contact',
      servicesLevel: 'code',
    },
  },
})

export type EnedisSettings = Settings<typeof dialect>
export type EnedisHouse = House<EnedisSettings>
/** What a rule that only reads may know besides the state. */
export type Look = Pick<EnedisHouse, 'now' | 'dialect'>
