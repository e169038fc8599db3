import type { EnedisVisit } from '../access/index.ts'
import type { Answer, Missing } from '../domain/measures.ts'

/** What the journal says where Enedis only says that there is nothing. */
const whyNothing: Readonly<Record<Missing, string>> = {
  notCommunicating: 'The meter does not communicate, so nothing is measured from afar.',
  curveNotActivated: 'Nobody has ever activated the collection of this curve.',
  noData: 'The window has no data: not published yet, missing, or from before collection was activated.',
}

/** Has the journal say why there are no measures, for the answer does not. */
export function tellWhyNothing<View>(answer: Answer<View>, { note }: Pick<EnedisVisit, 'note'>): Answer<View> {
  if (answer.found === 'nothing') {
    note({ finding: 'no-data', level: 'info', says: whyNothing[answer.because], source: 'ISSUES, no data in a window' })
  }
  return answer
}
