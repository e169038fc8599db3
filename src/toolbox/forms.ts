/** A word of a query or a form as it was meant; one that is badly spelled, as it stands. */
export function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
