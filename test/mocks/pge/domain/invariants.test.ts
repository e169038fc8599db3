import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Alert, Impossible, Refusal } from '../../../../src/contract/refusal.ts'
import { isCurrent } from '../../../../mocks/pge/domain/authorization.ts'
import { bearerOf, mustOpen, opened } from '../../../../mocks/pge/domain/token-rules.ts'
import { shareMyData, town, type Smd } from '../../../support/pge.ts'

type Step = (smd: Smd, tokens: string[]) => void

const people = fc.constantFrom('alice', 'bob')
const authorize = people.map((as): Step => (smd, tokens) => {
  const { token, refreshToken } = smd.authorize(as)
  tokens.push(token, refreshToken ?? '')
})
const change = (name: 'cancel' | 'move' | 'unlink' | 'revokeOnPaper' | 'authorizeOnPaper') =>
  people.map(
    (as): Step =>
      (smd) =>
        void smd.act(name, { as }),
  )
const remove = people.map(
  (as): Step =>
    (smd) =>
      void smd.act('removeAgreement', { as, agreement: 'power' }),
)
const extend = people.map(
  (as): Step =>
    (smd) =>
      void smd.act('extend', { as, endsOn: 'P90D' }),
)
const bounded = people.map(
  (as): Step =>
    (smd) =>
      void smd.authorize(as, { endsOn: 'P20D' }),
)
const rate = people.map(
  (as): Step =>
    (smd) =>
      void smd.operate('changeRate', { agreement: `${as}.power`, rate: 'A1' }),
)
const end = people.map(
  (as): Step =>
    (smd) =>
      void smd.operate('endAgreement', { agreement: `${as}.power` }),
)
const wait = fc.constantFrom('PT1H', 'P1D', 'P30D').map(
  (by): Step =>
    (smd) =>
      smd.pass(by),
)
const refresh = fc.nat(20).map((at): Step => (smd, tokens) => {
  const { token, refreshToken } = smd.refresh(tokens[at] ?? 'none')
  tokens.push(token, refreshToken ?? '')
})
const hold = fc.constant<Step>((smd) => void smd.operate('holdRegistration'))
const approve = fc.constant<Step>((smd) => void smd.operate('approve'))
const stories = fc.array(
  fc.oneof(
    ...[authorize, authorize, bounded, refresh, wait, remove, extend, rate, end, hold, approve],
    ...(['cancel', 'move', 'unlink', 'revokeOnPaper', 'authorizeOnPaper'] as const).map(change),
  ),
  { maxLength: 25 },
)

/** Plays a step; what a page or the endpoint refuses is part of the story. */
function play(step: Step, smd: Smd, tokens: string[]): void {
  try {
    step(smd, tokens)
  } catch (error) {
    if (!(error instanceof Alert || error instanceof Refusal || error instanceof Impossible)) throw error
  }
}

function invariants(smd: Smd, tokens: readonly string[]): void {
  const { now } = smd.house
  smd.read((state, look) => {
    const all = Object.values(state.authorizations)
    const standing = all.filter((one) => isCurrent(one, now)).map(({ clientId, customer }) => `${clientId}/${customer}`)
    expect(new Set(standing).size, 'one current authorization between two').toBe(standing.length)

    for (const { id, agreements, endDue, endsOn, ended } of all) {
      expect(agreements.length, 'no authorization without agreements').toBeGreaterThan(0)
      for (const one of agreements) {
        expect(state.agreements[one], 'every agreement exists').toBeDefined()
        expect(state.index.authorizationsOn[one], 'and leads back').toHaveProperty(id)
      }
      if (endDue !== null) expect([endsOn !== null, ended], 'only what stands and ends is due').toEqual([true, null])
      const living = Object.keys(state.index.tokensOf[id] ?? {}).map((print) => state.tokens[print]?.class)
      expect(new Set(living).size, 'one living token of each class').toBe(living.length)
    }

    for (const value of tokens) {
      try {
        const bearer = bearerOf(state, value, look)
        mustOpen(bearer, 'subscription')
        expect(opened(state, bearer, look).id, 'a token opens its own').toBe(bearer.authorization)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
  })
}

test('whatever anyone does, authorizations, tokens and indexes agree', () => {
  fc.assert(
    fc.property(stories, fc.constantFrom('kept', 'new'), (story, usagePointIdOnSwap) => {
      const smd = shareMyData(town, { dialect: { usagePointIdOnSwap } })
      const tokens: string[] = []
      for (const step of story) {
        play(step, smd, tokens)
        invariants(smd, tokens)
      }
    }),
    { numRuns: 150 },
  )
})
