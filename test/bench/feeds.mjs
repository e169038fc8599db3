import { openBare, openFeeds, readFeed } from './support/feeds.mjs'

const megabyte = 1024 * 1024
const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]

export const feedTime = {
  name: 'feed-time',
  title: 'a meter-year of quarter-hours (35,040 readings); baseline: a bare Hono handler that has the same bytes ready',
  unit: 'ms',
  target: { atMost: 3 },
  async open({ isQuick }) {
    const feeds = await openFeeds()
    const [{ bytes }] = await readFeed(feeds.year, 5)
    const bare = await openBare(bytes)
    const times = isQuick ? 7 : 21
    const timed = async (feed) => middle((await readFeed(feed, times)).map(({ ms }) => ms))
    return {
      ours: () => timed(feeds.year),
      theirs: () => timed(bare),
      close: () => Promise.all([feeds.stop(), bare.stop()]),
    }
  },
}

export const feedStart = {
  name: 'feed-start',
  title: 'to the first byte of the same meter-year; baseline: the 20 ms that were promised',
  unit: 'ms',
  target: { atMost: 1 },
  async open({ isQuick }) {
    const feeds = await openFeeds()
    await readFeed(feeds.year, 3)
    const times = isQuick ? 7 : 21
    return {
      ours: async () => middle((await readFeed(feeds.year, times)).map(({ firstByteMs }) => firstByteMs)),
      theirs: () => 20,
      close: () => feeds.stop(),
    }
  },
}

export const feedMemory = {
  name: 'feed-memory',
  title:
    'growth of resident memory over 48 months of 10 agreements, after one such feed; baseline: the 40 MB that were promised',
  unit: 'MB',
  target: { atMost: 1 },
  async open() {
    const feeds = await openFeeds()
    await readFeed(feeds.history, 1)
    return {
      ours: async () => {
        const { now } = await feeds.memory()
        await readFeed(feeds.history, 1)
        return Math.max(0, (await feeds.memory()).peak - now) / megabyte
      },
      theirs: () => 40,
      close: () => feeds.stop(),
    }
  },
}
