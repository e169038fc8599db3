import type { Entry, Exchange } from '../src/index.ts'

/** How a request ended, for the provider and for the client: trouble on the way makes two things of that. */
export type Outcome = {
  /** The provider did what was asked. */
  done: boolean
  /** The client got an answer that it could read, good or bad. */
  answered: boolean
  /** It got a good one. */
  heard: boolean
  refusal: string | undefined
  status: number | undefined
}

/** Trouble that spoils the answer on its way: the provider has answered, but the client cannot know what. */
const spoiling = ['drop', 'reset', 'truncate', 'garble', 'empty', 'html']

export function outcomeOf({ response, fault, refusal, change }: Entry<Exchange>): Outcome {
  const status = response?.status
  const isSpoilt = fault !== undefined && spoiling.includes(fault)
  const isGood = status !== undefined && status < 300
  return {
    done: refusal === undefined && (isGood || change.length > 0),
    answered: status !== undefined && !isSpoilt,
    heard: isGood && !isSpoilt,
    refusal: refusal?.refusal,
    status,
  }
}
