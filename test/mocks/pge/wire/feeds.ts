import type { PgeSettings } from '../../../../mocks/pge/dialect/index.ts'
import { dialect } from '../../../../mocks/pge/dialect/index.ts'
import { sheetOf, type Sheet } from '../../../../mocks/pge/wire/envelope.ts'
import { settingsOf } from '../../../../src/contract/dialect.ts'
import { uuids } from '../../../../src/toolbox/atom/index.ts'

export const origin = 'https://api.pge.com'

export const settings = (preset = 'pge-2023', more: Partial<PgeSettings> = {}): PgeSettings => ({
  ...(settingsOf(dialect, preset) as PgeSettings),
  ...more,
})

/** The same sheet every time, so that golden bytes stay. */
export function sheet({ serializer }: Pick<PgeSettings, 'serializer'> = settings()): Sheet {
  const [begunAt, updatedAt] = ['2026-03-02T20:25:00.243Z', '2026-03-02T20:25:02.310Z']
  return sheetOf({ origin, serializer, begunAt, updatedAt, newId: uuids('golden') })
}

export const spelled = (pieces: Iterable<string>) => [...pieces].join('')
