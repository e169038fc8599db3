import type { Entry } from '../shapes.ts'

type SgeEntry = Entry & { says: string }

/** A return code of SGE with the text that the annex prints for it. */
export const printed = (code: string, says: string): SgeEntry => ({
  shape: 'sge',
  status: 500,
  code,
  says,
  basis: 'documented',
  source: `ANNEX, ${code}`,
})

/** One whose text a client under test has been seen to expect, apostrophes and dots included. */
export const seen = (code: string, says: string, where: string): SgeEntry => ({
  ...printed(code, says),
  basis: 'observed',
  source: `SGECLIENT, ${where}; ANNEX, ${code}`,
})

/** One whose meaning is known and whose text is not public: the French is ours. */
export const ours = (code: string, says: string): SgeEntry => ({
  ...printed(code, says),
  basis: 'inferred',
  source: `ANNEX, ${code}; the wording is ours`,
})
