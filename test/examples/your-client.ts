/** What stands for the reader's own program in the README's example: accepts every meter that waits. */
export async function syncOnce(env: Record<string, string>): Promise<void> {
  const authorization = `Basic ${btoa(`${env['WATTPROOF_PM_USERNAME']}:${env['WATTPROOF_PM_PASSWORD']}`)}`
  const pending = await fetch(`${env['WATTPROOF_PM_URL']}/share/meter/pending/list`, { headers: { authorization } })
  for (const [, meter] of (await pending.text()).matchAll(/<meterId>(\d+)</g)) {
    await fetch(`${env['WATTPROOF_PM_URL']}/share/meter/${meter}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/xml' },
      body: '<sharingResponse><action>Accept</action></sharingResponse>',
    })
  }
}
