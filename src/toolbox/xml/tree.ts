/** A piece of XML as any room may read it: names and attributes as written, children in their order. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
  /** The element's own characters, without those of its children. */
  text: string
}

/** The text is not XML that we read: what is wrong, and in which line. */
export class XmlError extends Error {
  readonly reason: string
  readonly line: number

  constructor(reason: string, line: number) {
    super(`Not well-formed XML: ${reason} (line ${line}).`)
    this.reason = reason
    this.line = line
  }
}
