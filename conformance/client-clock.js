// Preloaded by a client under test (node --import wattproof/client-clock): its Date follows the story's time.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { WATTPROOF_NOW: now, WATTPROOF_STATE_DIR: stateDir } = process.env

if (now) {
  shiftDate(Date.parse(now) - Date.now())
  // Tells the runner that what depends on the client's own clock may be judged.
  if (stateDir) writeFileSync(join(stateDir, '.clock-shifted'), '')
}

function shiftDate(by) {
  const machine = Date
  globalThis.Date = new Proxy(machine, {
    apply: () => new machine(machine.now() + by).toString(),
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [machine.now() + by] : args, made),
    get: (target, name, receiver) => (name === 'now' ? () => machine.now() + by : Reflect.get(target, name, receiver)),
  })
}
