import { application, schema } from './numbers.ts'

/** How the provider calls a meter's entries. */
const entryElements = { consumption: 'meterConsumption', delivery: 'meterDelivery', waste: 'wasteData' } as const

/** What is wrong with what a client wrote or asked. */
export const requests = {
  notSchemaValid: {
    status: 400,
    code: schema,
    says: ({ details }: { details: readonly string[] }) => `Invalid XML: ${details.join(' ')}`,
    basis: 'documented',
    source: 'ERR, error number -100',
  },
  elementMissing: {
    status: 400,
    code: application,
    says: ({ element }: { element: string }) => `A new property needs the element ${element}.`,
    basis: 'inferred',
    source: 'XSD26, propertyType leaves it optional; DOC, Property: a property has it',
  },
  parameterNotValid: {
    status: 400,
    code: application,
    says: ({ name, wanted }: { name: string; wanted: string }) => `The parameter ${name} is not valid: ${wanted}.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data and Property Metrics: parameters; what answers others is not public',
  },
  metricsNotAsked: {
    status: 400,
    code: application,
    says: ({ most }: { most: number }) => `Name 1 to ${most} metrics in the header PM-Metrics.`,
    basis: 'documented',
    source: 'DOC, Property Metrics: header PM-Metrics, at most 10 metrics',
  },
  unknownMetric: {
    status: 400,
    code: application,
    says: ({ name }: { name: string }) => `${name} is not a metric.`,
    basis: 'inferred',
    source: 'DOC, Property Metrics: what answers an unknown name is not public',
  },
  usernameTaken: {
    status: 400,
    code: application,
    says: ({ username }: { username: string }) => `The username ${username} is already taken.`,
    basis: 'inferred',
    source: 'DOC, Account: a username is unique',
  },
  otherKindOfMeter: {
    status: 400,
    code: application,
    says: ({ wanted }: { wanted: 'meter' | 'wasteMeter' }) => `This meter is edited with a ${wanted}.`,
    basis: 'inferred',
    source: 'XSD26, meter and wasteMeter are two kinds of body; that one cannot become the other is ours',
  },
  endBeforeStart: {
    status: 400,
    code: application,
    says: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
      `The end date ${endDate} is before the start date ${startDate}.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data: an entry ends after it starts',
  },
  duplicateEntry: {
    status: 400,
    code: application,
    says: ({ startDate, endDate }: { startDate: string; endDate: string }) =>
      `The meter already has an entry from ${startDate} to ${endDate}.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data: whether duplicates are refused is not public',
  },
  wrongKindOfEntry: {
    status: 400,
    code: application,
    says: ({ takes }: { takes: keyof typeof entryElements }) =>
      `This meter takes ${entryElements[takes]} entries only.`,
    basis: 'inferred',
    source: 'DOC, Consumption Data: a meter is metered or takes deliveries; waste has a service of its own',
  },
  unitNotAllowed: {
    status: 400,
    code: application,
    says: ({ type, unit }: { type: string; unit: string }) => `The unit ${unit} is not allowed for a ${type} meter.`,
    basis: 'inferred',
    source: 'FAQ, units of measure by meter type',
  },
} as const
