import { fileURLToPath } from 'node:url'

/** The package's own folder, where the shipped scenarios lie: the same from the sources and from a build. */
export function packageRoot(): string {
  return fileURLToPath(new URL('../../', import.meta.url))
}
