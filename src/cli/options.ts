import { InvalidArgumentError, type Command } from 'commander'

/** First port of a sandbox unless told otherwise; the control API answers on it. */
export const usualPortBase = 4700

/** Which running sandbox a command speaks to, and which of its worlds. */
export type Where = { world: string; portBase?: number }

/** Adds the words by which every command finds its sandbox and world, and hands them to whichever command runs. */
export function addWhere(program: Command): Command {
  return program
    .option('--world <name>', 'which world of the sandbox', process.env['WATTPROOF_WORLD'] || 'default')
    .option('--port-base <port>', `first port of the sandbox, ${usualPortBase} unless you say otherwise`, port)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => title.replace('Global Options:', 'Everywhere:') })
    .hook('preAction', (_, command) => {
      for (const [name, value] of Object.entries(program.opts())) command.setOptionValue(name, value)
    })
}

/** A number above zero, for paces and speeds. */
export function positive(text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !(number > 0) || !Number.isFinite(number)) {
    throw new InvalidArgumentError('Write a number above 0.')
  }
  return number
}

/** A whole number, 0 included. */
export function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}

/** A port to count from: what lies above it must be ports too. */
function port(text: string): number {
  const number = whole(text)
  if (number > 65_500) throw new InvalidArgumentError('Write a port up to 65500.')
  return number
}
