import type { EnedisSettings } from '../dialect/index.ts'

/** The body of a 429, in one of the forms that were met (R4). Source: ISSUES, and SWAGGER, 2026, for the last. */
export function throttledBody(
  message: string,
  { requestId }: { requestId: string },
  { throttleBody }: EnedisSettings,
): string {
  const quota = 'You have exceeded your quota'
  switch (throttleBody) {
    case '900804': {
      const next = nextAccess(message)
      const description = next === undefined ? quota : `${quota} .You can access API after ${next}`
      const when = next === undefined ? {} : { nextAccessTime: next }
      return JSON.stringify({ code: '900804', message: 'Message throttled out', description, ...when })
    }
    case '900807':
      return JSON.stringify({ fault: { code: 900807, message: 'Message throttled out', description: quota } })
    case 'Q4':
      return JSON.stringify({
        error: '429',
        error_description: 'Quota Q4 reached  Call threshold allowed on 0:-30:-40',
      })
    case 'reasons':
      return JSON.stringify({ reasons: [], details: { msgId: `Id-${requestId}` } })
    case 'SLA':
      return JSON.stringify({ code: '429', message: 'SLA dépassé' })
  }
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-Jul-17 05:00:00+0000 UTC`; nothing where nobody knows when. */
function nextAccess(message: string): string | undefined {
  const [, year, month, day, time] = /(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(message) ?? []
  return year === undefined ? undefined : `${year}-${months[Number(month) - 1]}-${day} ${time}+0000 UTC`
}
