/** An instant as people of that zone say it: `Mon 2026-03-02 09:00:00`. */
export function localTime(instant: string, zone: string): string {
  const at = new Date(instant)
  const day = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short' }).format(at)
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
  return `${day} ${time}`
}

/** How time passes, in words. */
export function modeInWords(mode: 'frozen' | 'flowing' | { scaled: number }): string {
  if (mode === 'frozen') return 'stands still'
  return mode === 'flowing' ? 'flows' : `flows ${mode.scaled} times as fast`
}
