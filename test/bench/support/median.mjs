/** The middle of several measurements, so that one disturbance does not decide. */
export async function medianOf(times, measure) {
  const taken = []
  for (let time = 0; time < times; time++) taken.push(await measure())
  return taken.sort((one, other) => one - other)[Math.floor(times / 2)]
}
