/** Where files go as the house knows it: a folder of its own where no other is named, or nowhere. */
export function addressOf(channel: string): string | null {
  if (channel === 'none') return null
  return channel === 'folder' ? 'folder:' : channel
}
