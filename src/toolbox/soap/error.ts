/** The request is no envelope that we understand. The code is that of SOAP 1.1; the message names the element. */
export class SoapError extends Error {
  readonly code: 'Client' | 'MustUnderstand' | 'VersionMismatch'

  constructor(message: string, code: SoapError['code'] = 'Client') {
    super(message)
    this.code = code
  }
}
