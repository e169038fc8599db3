import type { Delivery, NoticeKind, NoticeToSpell } from '../../../../src/contract/notice.ts'
import type { Deposit } from '../../views/index.ts'

const file = (title: string, more: Partial<NoticeKind> = {}): NoticeKind => ({
  title,
  basis: 'documented',
  source: 'FLOWGUIDE, files of the flows',
  ...more,
})
const ordered = (title: string) => file(title, { source: 'FLOWGUIDE, M023' })

/** What Enedis sends: a file of each flow, and the letter that brings a key, which stays in the outbox. */
export const notices = {
  R4Q: file('the curves of C1 to C4, every day'),
  R4H: file('the curves of C1 to C4, every week'),
  R4M: file('the curves of C1 to C4, every month'),
  R50: file('the curves of C5'),
  R151: file('the indexes and highest powers of C5'),
  R171: file('the indexes of C2 to C4'),
  HDM: file('the history of a point that was ordered', { basis: 'observed', source: 'CAPTURE, HDM' }),
  R63: ordered('the curves that were ordered'),
  R64: ordered('the indexes that were ordered'),
  R65: ordered('the daily energies that were ordered'),
  R66: ordered('the highest powers that were ordered'),
  R67: ordered('the measures for bills that were ordered'),
  C68: ordered('what is known of the points that were ordered, and of their contracts'),
  'CR.M023': ordered('which points an order was refused for'),
  keyLetter: {
    title: 'the next key of files',
    basis: 'observed',
    source: 'ISSUES, keys of files are asked for and come by mail',
  },
} as const satisfies Record<string, NoticeKind>

/** A file as it is put on the channel of a contract. */
export function spellNotice({ content }: NoticeToSpell): Delivery {
  const { archive, bytes } = content as Deposit
  return { file: archive, bytes: Buffer.from(bytes, 'base64') }
}
