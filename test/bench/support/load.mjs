// Asks one address a fixed number of times over a few kept connections, and prints how many answers came a second.
import { Agent, request } from 'node:http'

const { url, headers, requests, connections } = JSON.parse(process.argv[2])
const agent = new Agent({ keepAlive: true, maxSockets: connections })

await ask(Math.ceil(requests / 10))
const begun = performance.now()
await ask(requests)
console.log((requests / (performance.now() - begun)) * 1000)
agent.destroy()

async function ask(times) {
  let left = times
  const worker = async () => {
    while (left-- > 0) await one()
  }
  await Promise.all(Array.from({ length: connections }, worker))
}

function one() {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers, agent }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}.`))
      answer.on('end', resolve).on('error', reject).resume()
    })
    asking.on('error', reject).end()
  })
}
