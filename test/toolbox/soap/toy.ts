import { message, soapService } from '../../../src/toolbox/soap/index.ts'
import {
  boolean,
  date,
  eitherOf,
  integer,
  matching,
  nillable,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
  textWith,
} from '../../../src/toolbox/xml/shape/index.ts'

const milk = { namespace: 'urn:milkman', prefix: 'm' }
const round = { namespace: 'urn:milkman:round', prefix: 'r' }

/** A milkman who takes orders by SOAP: the toy on which the engine is tried. */
export const milkman = soapService({
  name: 'Milkman-v1.0',
  namespace: 'urn:milkman:wsdl',
  operation: 'orderMilk',
  action: '',
  request: message(
    milk,
    'orderMilk',
    sequence({
      door: required(matching('[0-9]{1,3}')),
      from: required(date),
      ...eitherOf({ daily: required(boolean), on: required(oneOf(['MON', 'TUE'])) }),
      bottle: repeated(sequence({ litres: required(integer()), glass: optional(boolean) }), { least: 1, most: 3 }),
    }),
  ),
  reply: message(
    milk,
    'orderMilkResponse',
    sequence({
      orderId: required(text({ least: 1, most: 8 })),
      visit: repeated(
        sequence({ day: required(date), litres: nillable(required(integer())) }, { by: required(text()) }),
      ),
    }),
  ),
  requestHeader: message(round, 'milkRound', sequence({ street: required(text({ least: 1 })) })),
  replyHeader: message(round, 'receipt', sequence({ result: required(textWith(text(), { code: required(text()) })) })),
  fault: message(round, 'trouble', sequence({ result: required(textWith(text(), { code: required(text()) })) })),
})
