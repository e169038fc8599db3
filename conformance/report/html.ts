import type { Result } from '../run.ts'
import { outcomes } from '../verdict.ts'
import { escaped } from './escaped.ts'
import { readinessPage, readinessStyle } from './readiness-html.ts'
import { besideRehearsals } from './readiness.ts'
import { byCheck, inOneSentence, notes, type Summed } from './summary.ts'
import { details } from './words.ts'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem } li { margin: 0 0 .75rem } ul { list-style: none; padding: 0 }
li { border-left: .3rem solid; padding-left: .75rem; break-inside: avoid; overflow-wrap: anywhere }
.pass { border-color: #2a7d3f } .warn { border-color: #b07a00 } .fail { border-color: #b3261e }
.error { border-color: #7b3fa0 } .skip { border-color: #888 }
small { display: block; opacity: .75 }
@media print { body { max-width: none } }
${readinessStyle}`

/** One page to read, print or keep: works in any browser, needs nothing beside it. */
export function htmlReport(result: Result): string {
  const worst = byCheck(besideRehearsals(result))
  const verdicts = worst.sort((a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome))
  const { readiness = [] } = result
  const title = `${result.profile}: ${result.client}`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
<h1>${escaped(title)}</h1>
<p>${inOneSentence(result)}.</p>
${readiness.map(readinessPage).join('')}${readiness.length > 0 && verdicts.length > 0 ? '<h2>Beside the cases</h2>' : ''}
<ul>
${verdicts.map(item).join('\n')}
</ul>
${beside(notes(result))}</html>
`
}

function item(verdict: Summed): string {
  const { outcome, title, check } = verdict
  const lines = details(verdict).map((line) => `<small>${escaped(line)}</small>`)
  return `<li class="${outcome}"><strong>${outcome}</strong> the client ${escaped(title)} <code>${escaped(check)}</code>${lines.join('')}</li>`
}

function beside(told: readonly string[]): string {
  if (told.length === 0) return ''
  return `<h2>Worth knowing</h2>\n<ul>\n${told.map((note) => `<li>${escaped(note)}</li>`).join('\n')}\n</ul>\n`
}
