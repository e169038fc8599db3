import type { CaseResult, PackageReadiness, Readiness } from '../readiness.ts'
import { escaped } from './escaped.ts'
import { caseDetails, codeOf, dayOf, packageSentence, timeOf } from './readiness.ts'

/** How rehearsals look on a screen of any width, and on paper: each package begins a page, and no case is cut in two. */
export const readinessStyle = `
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: 600; padding: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-top: 1px solid #8886 }
td { overflow-wrap: anywhere } thead { display: table-header-group } tr { break-inside: avoid }
td.n { white-space: nowrap; font-variant-numeric: tabular-nums } tr.why td { border-top: 0; padding-top: 0 }
h3 { font-size: 1rem } .help li { border: 0; padding: 0; margin: 0 }
.ready { border-color: #2a7d3f } .notready { border-color: #b3261e }
@media (max-width: 40rem) {
  table, tbody, caption, .why, .why td { display: block } thead { display: none } th, td { border-top: 0; padding: 0 }
  tr:not(.why) { display: grid; grid-template-columns: 1.5rem 1fr auto auto; gap: 0 .5rem; padding-top: .5rem;
    border-top: 1px solid #8886 } td.about { grid-column: 2 / -1 } .why td { padding-left: 2rem }
}
@media print {
  @page { margin: 15mm } body { font-size: 10pt; padding: 0 } section.package { break-before: page }
  section.list + section.list { break-before: page } h2, h3, caption { break-after: avoid }
}`

/** A list as a person reads it or hands it in: what is ready, then every case with its time and code. */
export function readinessPage(list: Readiness): string {
  const day = dayOf(list)
  const title = escaped(capital(list.title))
  return `<section class="list">
<h2>${title}</h2>
<p>${day === undefined ? 'No case was made.' : `Played on ${escaped(day)} (${escaped(list.zone)}), in one run.`}</p>
<ul>
${list.packages.map((one) => `<li class="${one.isReady ? 'ready' : 'notready'}">${escaped(packageSentence(one))}</li>`).join('\n')}
${list.notSimulated.map((one) => `<li class="skip">${escaped(one)}</li>`).join('\n')}
</ul>
<h3>Where to turn with the real one</h3>
<ul class="help">
${list.help.map((one) => `<li>${escaped(one)}</li>`).join('\n')}
</ul>
${list.packages.map((one) => packagePage(one, list)).join('\n')}
</section>
`
}

function packagePage(one: PackageReadiness, list: Readiness): string {
  const state = one.isReady ? 'ready' : 'not ready'
  return `<section class="package">
<table>
<caption>Package ${escaped(one.name)}, catalogue ${escaped(list.list)}: ${state}</caption>
<thead><tr><th></th><th>Case</th><th>Time</th><th>Code</th><th>What it is about</th></tr></thead>
<tbody>
${one.cases.map((result) => caseRows(result, list)).join('\n')}
</tbody>
</table>
</section>`
}

const signs = { pass: '✓', warn: '!', fail: '✗', skip: '–', error: 'E' } as const

function caseRows(result: CaseResult, list: Readiness): string {
  const { id, about, service, verdict } = result
  const { at, took } = timeOf(result, list)
  const cells = [
    `<td class="n">${signs[verdict.outcome]}</td>`,
    `<td class="n"><strong>${escaped(id)}</strong></td>`,
    `<td class="n">${escaped(at)}<small>${escaped(took)}</small></td>`,
    `<td class="n">${escaped(codeOf(result))}</td>`,
    `<td class="about">${escaped(about)}<small>${escaped(service)}</small></td>`,
  ]
  const lines = caseDetails(result).map((line) => `<small>${escaped(line)}</small>`)
  const why = lines.length === 0 ? '' : `\n<tr class="why"><td colspan="5">${lines.join('')}</td></tr>`
  return `<tr class="${verdict.outcome}">${cells.join('')}</tr>${why}`
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
