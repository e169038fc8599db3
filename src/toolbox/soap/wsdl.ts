import { branch, branchWith, documentOf, each, nothing } from '../xml/index.ts'
import type { Markup } from '../xml/index.ts'
import { schemaOf } from '../xml/shape/index.ts'
import type { Shape } from '../xml/shape/index.ts'
import type { Message, SoapService } from './service.ts'

const overHttp = 'http://schemas.xmlsoap.org/soap/http'

/** The description of a service that a stock client builds itself from: its messages, its operation, its address. */
export function wsdlOf(service: SoapService, address: string): string {
  return documentOf(
    branchWith(
      'wsdl:definitions',
      { name: service.name, targetNamespace: service.namespace, ...namespacesOf(service) },
      branch(
        'wsdl:types',
        each([...elementsOf(service)], ([namespace, elements]) => schemaOf(namespace, elements)),
      ),
      each(messagesOf(service), messageOf),
      portTypeOf(service),
      bindingOf(service),
      addressOf(service, address),
    ),
  )
}

/** The same messages as schemas alone, by their namespaces, for those who validate. */
export function schemasOf(service: SoapService): Map<string, string> {
  const elements = [...elementsOf(service)]
  return new Map(elements.map(([namespace, those]) => [namespace, documentOf(schemaOf(namespace, those))]))
}

function elementsOf(service: SoapService): Map<string, Record<string, Shape>> {
  const byNamespace = new Map<string, Record<string, Shape>>()
  for (const { namespace, name, shape } of messagesOf(service)) {
    const elements = byNamespace.get(namespace) ?? {}
    byNamespace.set(namespace, { ...elements, [name]: shape })
  }
  return byNamespace
}

function messagesOf({ request, reply, requestHeader, replyHeader, fault }: SoapService): Message[] {
  const all = [request, reply, requestHeader, replyHeader, fault]
  return all.filter((message) => message !== null)
}

function namespacesOf(service: SoapService): Record<string, string> {
  const namespaces: Record<string, string> = {
    'xmlns:wsdl': 'http://schemas.xmlsoap.org/wsdl/',
    'xmlns:soap': 'http://schemas.xmlsoap.org/wsdl/soap/',
    'xmlns:tns': service.namespace,
  }
  for (const { prefix, namespace } of messagesOf(service)) namespaces[`xmlns:${prefix}`] = namespace
  return namespaces
}

function messageOf({ prefix, name, part }: Message): Markup {
  return branchWith(
    'wsdl:message',
    { name },
    branchWith('wsdl:part', { name: part ?? name, element: `${prefix}:${name}` }),
  )
}

function portTypeOf({ name, operation, request, reply, fault }: SoapService): Markup {
  const puts = (which: string, { name: of }: Message) => branchWith(which, { name: of, message: `tns:${of}` })
  const inside = [puts('wsdl:input', request), puts('wsdl:output', reply), puts('wsdl:fault', fault)]
  return branchWith(
    'wsdl:portType',
    { name: `${name}PortType` },
    branchWith('wsdl:operation', { name: operation }, ...inside),
  )
}

function bindingOf(service: SoapService): Markup {
  const { name, operation, action, request, reply, fault } = service
  const how = action === null ? nothing : branchWith('soap:operation', { soapAction: action, style: 'document' })
  return branchWith(
    'wsdl:binding',
    { name: `${name}Binding`, type: `tns:${name}PortType` },
    branchWith('soap:binding', { style: 'document', transport: overHttp }),
    branchWith(
      'wsdl:operation',
      { name: operation },
      how,
      branchWith('wsdl:input', { name: request.name }, literal, headerOf(service.requestHeader)),
      branchWith('wsdl:output', { name: reply.name }, literal, headerOf(service.replyHeader)),
      branchWith('wsdl:fault', { name: fault.name }, branchWith('soap:fault', { name: fault.name, use: 'literal' })),
    ),
  )
}

const literal = branchWith('soap:body', { use: 'literal' })

function headerOf(message: Message | null): Markup {
  if (!message) return nothing
  return branchWith('soap:header', {
    use: 'literal',
    part: message.part ?? message.name,
    message: `tns:${message.name}`,
  })
}

function addressOf({ name }: SoapService, location: string): Markup {
  const port = branchWith(
    'wsdl:port',
    { name: `${name}Port`, binding: `tns:${name}Binding` },
    branchWith('soap:address', { location }),
  )
  return branchWith('wsdl:service', { name }, port)
}
