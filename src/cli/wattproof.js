#!/usr/bin/env node
// Parses on Node 12, so that whoever has an old Node reads a sentence and not a syntax error.
import { existsSync } from 'fs'

const [major, minor] = process.versions.node.split('.').map(Number)
const program = new URL('../../dist/cli.js', import.meta.url)

if (major < 20 || (major === 20 && minor < 19)) {
  stop('Node ' + process.versions.node + ' is too old. Install Node 20.19 or newer and run the command again.')
} else if (!existsSync(program)) {
  stop('dist/ is missing. Run "npm ci" in the package folder, which builds it.')
} else {
  import(program.href)
}

function stop(remedy) {
  console.error('wattproof cannot start: ' + remedy)
  process.exitCode = 2
}
