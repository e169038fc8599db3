import type { Schema } from '../../contract/action.ts'
import { check } from '../../contract/complaints.ts'
import type { Place, Problem } from '../scenario.ts'
import type { Page, Path } from '../yaml.ts'

/** Collects everything that is wrong with a file, so that its author reads it all at once. */
export class Report {
  readonly #page: Page
  readonly #errors: Problem[] = []
  readonly #warnings: Problem[] = []

  constructor(page: Page) {
    this.#page = page
  }

  get errors(): Problem[] {
    return inOrder(this.#errors)
  }

  get warnings(): Problem[] {
    return inOrder(this.#warnings)
  }

  place(path: Path, at?: 'key' | 'value'): Place {
    return this.#page.place(path, at)
  }

  complain(path: Path, says: string, at?: 'key' | 'value'): void {
    this.#errors.push({ place: this.place(path, at), says })
  }

  warn(path: Path, says: string, at?: 'key' | 'value'): void {
    this.#warnings.push({ place: this.place(path, at), says })
  }

  /** Parses a part of the file, or says what is wrong with it. */
  take<Out>(schema: Schema<Out>, value: unknown, path: Path): Out | undefined {
    const { value: taken, complaints = [] } = check(schema, value, path)
    for (const { path: spot, at, says } of complaints) this.complain(spot, says, at)
    return taken
  }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const rank = ({ place }: Problem): number => (place === undefined ? 0 : place.line * 10_000 + place.column)
  return [...problems].sort((a, b) => rank(a) - rank(b))
}
