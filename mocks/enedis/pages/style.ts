/** One style sheet for all pages: quiet, large enough to touch, one column on a telephone. */
export const style = `
:root { --ink: #1b2430; --soft: #566270; --line: #d3dbe2; --paper: #fff; --ground: #f2f6f4; --deep: #10394f; --blue: #005b8f;
  --green: #7ab51d; --bad: #a11c1c; --good: #2f6d1c }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 "Segoe UI", "Helvetica Neue", Arial, sans-serif }
header { background: var(--deep); color: #fff; border-bottom: 4px solid var(--green) }
header div { max-width: 42rem; margin: 0 auto; padding: .9rem 1.25rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem;
  align-items: center }
header b { font-size: 1.3rem; letter-spacing: .01em }
header span { opacity: .9 }
header form { margin-left: auto }
header button { background: none; border: 1px solid #ffffff80; color: #fff; padding: .25rem .75rem; min-height: 2.25rem; font-size: .9rem }
main { max-width: 42rem; margin: 1.5rem auto; padding: 0 1.25rem }
footer { max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem; color: var(--soft); font-size: .85rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; color: var(--deep) }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; color: var(--deep) }
p { margin: 0 0 .9rem }
a { color: var(--blue) }
.lead { color: var(--soft) }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem; margin: 0 0 1.25rem }
label { display: block; font-weight: 600; margin: 0 0 .9rem }
.choice small { display: block; font-weight: 400; color: var(--soft) }
input:not([type=checkbox]):not([type=radio]) { display: block; width: 100%; margin-top: .25rem; padding: .6rem .7rem; font: inherit;
  font-weight: 400; color: inherit; background: #fff; border: 1px solid #8b98a5; border-radius: 6px }
input[type=checkbox], input[type=radio] { width: 1.15rem; height: 1.15rem; margin: .2rem .7rem 0 0; flex: none; accent-color: var(--blue) }
:focus-visible { outline: 3px solid var(--green); outline-offset: 1px }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; min-width: 0 }
legend { font-weight: 600; font-size: 1.05rem; color: var(--deep); padding: 0; margin: 0 0 .5rem }
.choice { display: flex; align-items: flex-start; font-weight: 400; margin: 0; padding: .7rem .9rem; border: 1px solid var(--line);
  border-bottom: 0; background: var(--paper) }
.choice:first-of-type { border-radius: 8px 8px 0 0 }
.choice:last-of-type { border-bottom: 1px solid var(--line); border-radius: 0 0 8px 8px }
.choice:only-of-type { border-radius: 8px }
.choice > span { flex: 1; overflow-wrap: anywhere }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .6rem 1.4rem; border-radius: 6px; border: 1px solid var(--blue);
  background: var(--blue); color: #fff; cursor: pointer }
button.plain { background: #fff; color: var(--blue) }
button.danger { background: #fff; color: var(--bad); border-color: var(--bad) }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem }
.alert { border-left: 5px solid var(--bad); background: #fdf1f1; padding: .8rem 1rem; margin: 0 0 1.25rem; border-radius: 0 6px 6px 0 }
.done { border-left: 5px solid var(--good); background: #eff8ec; padding: .8rem 1rem; margin: 0 0 1.25rem; border-radius: 0 6px 6px 0 }
ul { margin: 0 0 .9rem; padding-left: 1.25rem }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere }
details { color: var(--soft); font-size: .9rem; margin: 1rem 0 0 }
details td, details th { padding: .15rem .9rem .15rem 0; text-align: left; vertical-align: top }
.scroll { overflow-x: auto }
@media (max-width: 34rem) {
  main { margin: 1rem auto; padding: 0 .9rem }
  .card { padding: 1rem }
  .actions button { flex: 1 1 100% }
  h1 { font-size: 1.35rem }
}
`
