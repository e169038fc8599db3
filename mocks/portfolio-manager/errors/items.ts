import { application } from './numbers.ts'

/** What is wrong with the parts of a property, and with what stands beside it in somebody else's books. */
export const items = {
  useNotSimulated: {
    status: 400,
    code: application,
    says: ({ type }: { type: string }) =>
      `Portfolio Manager has the property use ${type}; this sandbox does not simulate it. Use another type here, such as other.`,
    basis: 'inferred',
    source: 'XSD26, property uses: the provider takes it',
  },
  notADetailOfThisUse: {
    status: 400,
    code: application,
    says: ({ detail, type }: { detail: string; type: string }) => `A property use of type ${type} has no ${detail}.`,
    basis: 'inferred',
    source: 'XSD26, property uses: each has its own details',
  },
  otherUseDetail: {
    status: 400,
    code: application,
    says: ({ wanted }: { wanted: string }) => `This use detail is edited with a ${wanted}.`,
    basis: 'inferred',
    source: 'XSD26, characteristics: a use detail is of one kind; what answers another is not public',
  },
  lastFloorArea: {
    status: 400,
    code: application,
    says: 'A property use keeps at least one totalGrossFloorArea.',
    basis: 'inferred',
    source: 'XSD26, property uses: totalGrossFloorArea is required',
  },
  tooManySamples: {
    status: 400,
    code: application,
    says: ({ most, what }: { most: number; what: string }) => `At most ${most} sample properties are made for ${what}.`,
    basis: 'documented',
    source: 'DOC, Sample Properties: at most 100 a call and 1,000 in all',
  },
  unknownIdentifierType: {
    status: 400,
    code: application,
    says: ({ type }: { type: string }) => `There is no identifier type with the id ${type}.`,
    basis: 'inferred',
    source: 'DOC, Identifiers: types come from the list; what answers another is not public',
  },
  identifierTaken: {
    status: 400,
    code: application,
    says: ({ name }: { name: string }) => `The identifier ${name} is already used. Edit it instead.`,
    basis: 'inferred',
    source: 'DOC, Identifiers: three custom identifiers for each item; what answers a second of a kind is not public',
  },
} as const
