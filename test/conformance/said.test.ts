import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { readerOf, saidId } from '../../conformance/said.ts'
import { evidence, turn } from '../support/evidence.ts'

const { saidIn, everSaid } = readerOf({ meters: v.array(v.looseObject({ meter: saidId })) })
const later = { ...turn, id: 11, until: 20 }

describe('what a client says of a kind', () => {
  test('is what it said last in a turn', () => {
    const said = [
      { turn, words: { meters: [{ meter: '1' }] } },
      { turn, words: { meters: [{ meter: 2 }] } },
      { turn, words: { decisions: [] } },
      { turn: later, words: { meters: [] } },
    ]
    const heard = evidence({ turns: [turn, later], said })

    expect(saidIn(heard, turn, 'meters')).toEqual([{ meter: '2' }])
    expect(everSaid(heard, 'meters')).toEqual([
      { turn, what: [{ meter: '2' }] },
      { turn: later, what: [] },
    ])
  })

  test('was not said where it cannot be read', () => {
    const heard = evidence({ said: [{ turn, words: { meters: [{ metre: '1' }] } }] })

    expect(saidIn(heard, turn, 'meters')).toBeUndefined()
    expect(everSaid(heard, 'meters')).toEqual([])
  })
})
