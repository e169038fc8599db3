import type { Answer } from '../service.ts'
import { Refused, type Meaning } from '../trouble.ts'
import { refusalIn, type Told } from '../wire/refusals.ts'

/** How refusals are understood: by their codes, for their words, statuses and forms differ from year to year. */
export const meaning = {
  meaningOf(answer: Pick<Answer, 'status' | 'body'>): Meaning {
    const told = refusalIn(answer.body)
    const known = meanings.find(([pattern]) => pattern.test(told.code))
    if (known !== undefined) return known[1]
    return answer.status === 404 ? meaningOfNothing(told) : 'call refused'
  },

  refused(what: string, answer: Pick<Answer, 'status' | 'body'>, means: Meaning): Refused {
    return new Refused(what, { means, answer })
  },
}

const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/^900908$/, 'API not subscribed'],
  [/^ADAM[-_]DC[-_]0008$/, 'no consent'],
  [/^ADAM[-_]DC[-_]0009$/, 'before the consent'],
  [/^ADAM[-_]DC[-_]0007$|^ADAM-ERR0061$/, 'not the holder'],
  [/^ADAM-ERR0123$/, 'before commissioning'],
  [/^ADAM-ERR0125$|^ADAM-DC-0016$/, 'beyond history'],
  [/^ADAM-ERR0126$|^ADAM-DC-0015$/, 'window too long'],
  [/^ADAM-ERR0069$/, 'wrong direction'],
  [/^ADAM-ERR0075$/, 'curve not recorded'],
  [/^no_data_found$|^STM-ERR-00000(14|20)$/, 'no data'],
  [/^STM-ERR-0000019$/, 'call refused'],
]

/** The gateway says 404 of an address that is there no more; Data Connect says it of measures that are not there. */
function meaningOfNothing({ code, says }: Told): Meaning {
  return code === '404' || says === '' ? 'API gone' : 'no data'
}
