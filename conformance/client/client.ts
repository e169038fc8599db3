/** What the client under test is asked, with everything it must know in environment variables. */
export type Asking = {
  ask: string
  env: Readonly<Record<string, string>>
  /** Hears what the client says as it says it; all of it comes with the answer as well. */
  hear?: (words: Words) => void
}

/** How a turn of the client went. A non-zero exit is a finding, never a verdict. */
export type Answered = {
  exit: number | null
  /** It did not end within its bound and was stopped; it is judged on what it did. */
  hung: boolean
  /** What it printed last, for a person to read. */
  output: string
  words: Words[]
}

/** What a client said it had concluded, in one line `wattproof: {…}`; or `{"open": …}`, a page that it sends a browser to. */
export type Words = Readonly<Record<string, unknown>>

/** The client under test, however it runs. */
export type ClientUnderTest = {
  title: string
  /** What its makers say of it, such as a rule it keeps: some checks are for such clients only. */
  traits?: readonly string[]
  ask(asking: Asking): Promise<Answered>
  /** Ends what it left running when a story is over. */
  stop?(): Promise<void>
}

/** The words of a line `wattproof: {…}`; nothing for any other line. */
export function wordsOf(line: string): Words | undefined {
  const [, json] = /^wattproof:\s*(\{.*\})\s*$/.exec(line) ?? []
  if (json === undefined) return undefined
  try {
    return JSON.parse(json) as Words
  } catch {
    return undefined
  }
}
