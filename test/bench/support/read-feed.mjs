// Reads a feed some times over one kept connection, and prints each time its milliseconds, those to its first byte, and its bytes.
import { Agent, request } from 'node:http'

const { url, headers, times } = JSON.parse(process.argv[2])
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const taken = []
for (let time = 0; time < times; time++) taken.push(await read())
agent.destroy()
console.log(JSON.stringify(taken))

function read() {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    let firstByteMs
    let bytes = 0
    const asking = request(url, { headers, agent }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}.`))
      answer.on('data', (chunk) => {
        firstByteMs ??= performance.now() - begun
        bytes += chunk.length
      })
      answer.on('end', () => resolve({ ms: performance.now() - begun, firstByteMs, bytes })).on('error', reject)
    })
    asking.on('error', reject).end()
  })
}
