/** One style sheet for all pages: quiet, large enough to touch, one column on a telephone. */
export const style = `
:root { --ink: #1d2733; --soft: #55616f; --line: #d5dce3; --paper: #fff; --ground: #f3f6f8; --deep: #0b3f63; --blue: #00629b;
  --gold: #ffb81c; --bad: #9f1d1d; --good: #1d6b3a }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, sans-serif }
header { background: var(--deep); color: #fff; border-bottom: 4px solid var(--gold) }
header div { max-width: 60rem; margin: 0 auto; padding: .8rem 1.25rem; display: flex; gap: .25rem 1rem; align-items: center }
header p { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; margin: 0 }
header b { font-size: 1.3rem; letter-spacing: .01em }
header span { opacity: .85 }
header form { margin-left: auto; flex: none }
header button i { font-style: normal }
header button { background: none; border: 1px solid #ffffff80; color: #fff; padding: .25rem .75rem; min-height: 0; font-size: .9rem }
main { max-width: 42rem; margin: 1.5rem auto; padding: 0 1.25rem }
main.wide, main.wide + footer { max-width: 60rem }
footer { max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem; color: var(--soft); font-size: .85rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; color: var(--deep) }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; color: var(--deep) }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem }
p { margin: 0 0 .9rem }
a { color: var(--blue) }
.lead { color: var(--soft) }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; margin: 0 0 1.25rem }
.tabs, nav { display: flex; flex-wrap: wrap; gap: .25rem; margin: 0 0 1.25rem; border-bottom: 1px solid var(--line) }
.tabs a, nav a { padding: .6rem .9rem; text-decoration: none; border-bottom: 3px solid transparent; color: var(--soft) }
.tabs a[aria-current], nav a[aria-current] { border-color: var(--blue); color: var(--ink); font-weight: 600 }
label { display: block; font-weight: 600; margin: 0 0 .9rem }
label small, .choice small { display: block; font-weight: 400; color: var(--soft) }
input:not([type=checkbox]):not([type=radio]), select, textarea { display: block; width: 100%; margin-top: .25rem; padding: .6rem .7rem;
  font: inherit; font-weight: 400; color: inherit; background: #fff; border: 1px solid #8b98a5; border-radius: 6px }
textarea { font: .85rem/1.4 ui-monospace, Menlo, Consolas, monospace; min-height: 8rem }
input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; margin: .2rem .7rem 0 0; flex: none; accent-color: var(--blue) }
:focus-visible { outline: 3px solid var(--gold); outline-offset: 1px }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0 }
fieldset > p:last-child { margin-bottom: 0 }
legend { font-weight: 600; font-size: 1.05rem; color: var(--deep); padding: 0; margin: 0 0 .5rem }
.choice { display: flex; align-items: flex-start; font-weight: 400; margin: 0; padding: .7rem .9rem; border: 1px solid var(--line);
  border-bottom: 0; background: var(--paper) }
form.choice { align-items: center }
.choice:first-of-type { border-radius: 8px 8px 0 0 }
.choice:last-of-type { border-bottom: 1px solid var(--line); border-radius: 0 0 8px 8px }
.choice:only-of-type { border-radius: 8px }
.choice + p { margin-top: .6rem }
.choice > span { flex: 1 }
.choice input[type=date] { max-width: 14rem }
button, .button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .6rem 1.4rem; border-radius: 6px; border: 1px solid var(--blue);
  background: var(--blue); color: #fff; cursor: pointer; text-decoration: none; display: inline-block }
button.plain { background: #fff; color: var(--blue) }
button.danger { background: #fff; color: var(--bad); border-color: var(--bad) }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem }
.inline { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin: .75rem 0 0 }
form.card.inline { margin: 0 0 1.25rem }
.inline label { margin: 0; flex: 1 1 12rem }
.alert { border-left: 5px solid var(--bad); background: #fdf1f1; padding: .8rem 1rem; margin: 0 0 1.25rem; border-radius: 0 6px 6px 0 }
.note { border-left: 5px solid var(--gold); background: #fff9ea; padding: .8rem 1rem; margin: 0 0 1.25rem; border-radius: 0 6px 6px 0 }
.done { border-left: 5px solid var(--good); background: #eef8f1; padding: .8rem 1rem; margin: 0 0 1.25rem; border-radius: 0 6px 6px 0 }
dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .4rem 1rem; margin: 0 }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere }
ul, ol { margin: 0 0 .9rem; padding-left: 1.25rem }
.steps { list-style: none; padding: 0; margin: 0 }
.steps li { display: flex; gap: .75rem; padding: .5rem 0; border-bottom: 1px solid var(--line) }
.steps li:last-child { border: 0 }
.steps i { font-style: normal; flex: none; width: 1.6rem; height: 1.6rem; border-radius: 50%; border: 2px solid var(--line); text-align: center;
  line-height: 1.35rem; font-size: .9rem; color: var(--soft) }
.steps .passed i { background: var(--good); border-color: var(--good); color: #fff }
.steps span { flex: 1 }
.steps small { display: block; color: var(--soft) }
.tag { display: inline-block; font-size: .8rem; font-weight: 600; padding: .1rem .6rem; border-radius: 99px; background: #e6edf3; color: var(--deep) }
.tag.good { background: #e2f3e8; color: var(--good) }
.tag.bad { background: #f9e3e3; color: var(--bad) }
meter { width: 100%; height: .8rem }
details { color: var(--soft); font-size: .9rem; margin: 1rem 0 0 }
details td, details th { padding: .15rem .9rem .15rem 0; text-align: left; vertical-align: top }
.scroll { overflow-x: auto }
@media (max-width: 34rem) {
  main, main.wide { margin: 1rem auto; padding: 0 .9rem }
  header div, footer { padding-left: .9rem; padding-right: .9rem }
  header p { display: block; line-height: 1.3 }
  header p span { display: block; font-size: .9rem }
  header button i { display: none }
  nav { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 }
  nav a { padding: .7rem .25rem; text-align: center; font-size: .9rem }
  .card { padding: 1rem }
  dl { grid-template-columns: 1fr; gap: 0 }
  dd { margin-bottom: .6rem }
  .actions button, .actions .button { flex: 1 1 100% }
  h1 { font-size: 1.35rem }
}
`
