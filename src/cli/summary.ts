import type { Journal } from '../ground/journal/index.ts'
import type { Played } from '../scenario/play.ts'
import { exit } from './errors.ts'
import { count, paint, say } from './terminal.ts'

/** Sums up a story that was played; answers the exit code it deserves. */
export function printSummary(journal: Journal, { stopped }: Played): number {
  const calls = journal.calls()
  const findings = journal.findings().where(({ level }) => level === 'warning')
  const defects = calls.where(({ defect }) => defect !== undefined).count()
  const came = stopped === 'impossible' ? paint.red('The story ended early') : paint.green('The story came to its end')
  const counts = [
    count(calls.count(), 'call'),
    `${calls.refused().count()} refused`,
    count(findings.count(), 'finding'),
  ]
  say('', `${came}: ${counts.join(', ')}.`)
  for (const { at, finding, says } of findings) say(`  ${at}  ${finding}: ${says}`)
  if (defects === 0) return stopped === 'impossible' ? exit.clientFailed : exit.good
  say(paint.red(`${count(defects, 'call')} met a defect of ours; "--journal FILE" keeps the details for a report.`))
  return exit.defect
}
