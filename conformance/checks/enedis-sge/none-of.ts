import { noneOfCalls } from '../../none-of.ts'
import { spelled } from './facts/index.ts'

/** A check of a rule that each of some calls to SGE keeps. */
export const noneOf = noneOfCalls(spelled)
