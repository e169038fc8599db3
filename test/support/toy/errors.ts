import { defineAlerts, defineRefusals } from '../../../src/contract/refusal.ts'

export const refuse = defineRefusals({
  unauthorized: { status: 401, says: 'Who are you?', basis: 'documented', source: 'TOY, section 1' },
  notShared: { status: 403, says: 'Not shared with you.', basis: 'documented', source: 'TOY, section 2' },
  unknownPath: { status: 404, says: 'Nothing here.', basis: 'observed', source: 'TOY, section 3' },
  wrongMethod: {
    status: 405,
    says: ({ allowed }: { allowed: readonly string[] }) => `Use ${allowed.join(' or ')}.`,
    basis: 'inferred',
    source: 'TOY, section 3',
  },
  malformed: { status: 400, code: 'T1', says: 'That is no count.', basis: 'documented', source: 'TOY, section 4' },
  throttled: { status: 429, says: 'Slower, please.', basis: 'inferred', source: 'TOY, section 5' },
})

export const alert = defineAlerts({
  alreadyShared: { says: 'You share already.', basis: 'inferred', source: 'TOY, section 6' },
})
