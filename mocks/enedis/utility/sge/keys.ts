import * as v from 'valibot'
import { action } from '../../../../src/contract/action.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { rotateKeys } from '../../domain/sge/files/keys.ts'
import type { State } from '../../model/index.ts'
import { duration } from '../../words.ts'

const source = 'ISSUES, keys of files are asked for and come by mail; CLIENT, the key was changed in June 2026'

/** What becomes of the keys that files are encrypted with. */
export const keys = {
  rotateKeys: action(
    {
      title: 'writes that files will be encrypted with the next key from some time on, and from then on does',
      args: v.strictObject({ after: v.optional(duration, 'PT0S') }),
      basis: 'observed',
      source,
    },
    (state: State, { after }, house: EnedisHouse) => rotateKeys(state, { after }, house),
  ),

  useWrongKey: action(
    {
      title: 'encrypts the next files with a key that nobody was told',
      args: v.strictObject({ files: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1) }),
      basis: 'inferred',
      source: 'INF, a mishap on the day on which keys change',
    },
    (state: State, { files }) => {
      state.sge.wrongKeyFor = files
      return { files }
    },
  ),
}
