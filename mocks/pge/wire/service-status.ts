import { branchWith, leaf } from '../../../src/toolbox/xml/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import { element, espiNamespace } from './envelope.ts'

/** Whether the service is up, without any Atom around it; two spellings are told (C28). Source: PAGE; APIS, sample. */
export function encodeServiceStatus(status: 0 | 1, { serviceStatusNamespace }: PgeSettings): string {
  if (serviceStatusNamespace === 'ns0') {
    return branchWith('ns0:ServiceStatus', { 'xmlns:ns0': espiNamespace }, element('currentStatus', status))
  }
  const declared = {
    xmlns: espiNamespace,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${espiNamespace} espiDerived.xsd`,
  }
  return branchWith('ServiceStatus', declared, leaf('currentStatus', status))
}
