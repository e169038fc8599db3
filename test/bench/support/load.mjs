// Asks one address a fixed number of times over a few kept connections, and prints how many answers came a second.
// It speaks undici's lowest words: a client that is slower than the server would measure itself.
import { Pool } from 'undici'

const { url, headers, requests, connections } = JSON.parse(process.argv[2])
const { origin, pathname } = new URL(url)
const pool = new Pool(origin, { connections, pipelining: 1 })

await ask(Math.ceil(requests / 10))
const begun = performance.now()
await ask(requests)
console.log((requests / (performance.now() - begun)) * 1000)
await pool.close()

async function ask(times) {
  let left = times
  const worker = async () => {
    while (left-- > 0) await one()
  }
  await Promise.all(Array.from({ length: connections }, worker))
}

function one() {
  return new Promise((resolve, reject) => {
    const listener = {
      onRequestStart: () => undefined,
      onResponseStart: (_, status) => {
        if (status !== 200) reject(new Error(`${url} answered ${status}.`))
      },
      onResponseData: () => undefined,
      onResponseEnd: () => resolve(),
      onResponseError: (_, problem) => reject(problem),
    }
    pool.dispatch({ path: pathname, method: 'GET', headers }, listener)
  })
}
