import { contract, login } from '../enedis-sge.ts'

/** A request as somebody wrote it, and what curl says of it: its headers, and how it is sent. */
export type ByHand = { path: string; body: Buffer; args: readonly string[] }

const services = 'http://www.enedis.fr/sge/b2b/services'
const technicalData = `${services}/consulterdonneestechniquescontractuelles/v1.0`
const soap = 'http://schemas.xmlsoap.org/soap/envelope/'
const asXml = ['-H', 'Content-Type: text/xml; charset=utf-8', '-H', 'SOAPAction: ""']

/** Asks for the technical data of a point, in an envelope that some toolkit would write. */
function technical(envelope: string, args: readonly string[] = asXml, encoding: BufferEncoding = 'utf8'): ByHand {
  return { path: '/ConsultationDonneesTechniquesContractuelles/v1.0', body: Buffer.from(envelope, encoding), args }
}

/** The technical data of a point, asked for in the manners of the clients that integrators have. */
export function requestsByHand(pointId: string): Record<string, ByHand> {
  const plain = `<SOAP-ENV:Envelope xmlns:SOAP-ENV="${soap}" xmlns:ns1="${technicalData}"><SOAP-ENV:Body>
    <ns1:consulterDonneesTechniquesContractuelles><pointId>${pointId}</pointId><loginUtilisateur>${login}</loginUtilisateur>
    <autorisationClient>true</autorisationClient></ns1:consulterDonneesTechniquesContractuelles>
  </SOAP-ENV:Body></SOAP-ENV:Envelope>`
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${plain}`
  return {
    'PHP, without a header': technical(declared('UTF-8')),
    'PHP, with a truth of 1': technical(declared('UTF-8').replace('>true<', '>1<')),
    'suds, with two prefixes of one namespace and an empty header': technical(`<?xml version="1.0" encoding="UTF-8"?>
      <SOAP-ENV:Envelope xmlns:ns0="${soap}" xmlns:ns1="${technicalData}"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:SOAP-ENV="${soap}">
        <SOAP-ENV:Header/>
        <ns0:Body><ns1:consulterDonneesTechniquesContractuelles>
          <pointId>${pointId}</pointId><loginUtilisateur>${login}</loginUtilisateur>
          <autorisationClient>true</autorisationClient>
        </ns1:consulterDonneesTechniquesContractuelles></ns0:Body>
      </SOAP-ENV:Envelope>`),
    'suds, with the header of the service': technical(`<?xml version="1.0" encoding="UTF-8"?>
      <SOAP-ENV:Envelope xmlns:ns0="${soap}" xmlns:ns1="${technicalData}" xmlns:SOAP-ENV="${soap}"
        xmlns:tec="http://www.enedis.fr/sge/b2b/technique/v1.0">
        <SOAP-ENV:Header><tec:entete><version>1.0</version>
          <infoDemandeur><loginDemandeur>${login}</loginDemandeur></infoDemandeur></tec:entete></SOAP-ENV:Header>
        <ns0:Body><ns1:consulterDonneesTechniquesContractuelles>
          <pointId>${pointId}</pointId><loginUtilisateur>${login}</loginUtilisateur>
          <autorisationClient>1</autorisationClient>
        </ns1:consulterDonneesTechniquesContractuelles></ns0:Body>
      </SOAP-ENV:Envelope>`),
    '.NET, with namespaces for want of prefixes': technical(`<Envelope xmlns="${soap}"><Body>
      <consulterDonneesTechniquesContractuelles xmlns="${technicalData}"><pointId xmlns="">${pointId}</pointId>
      <loginUtilisateur xmlns="">${login}</loginUtilisateur><autorisationClient xmlns="">true</autorisationClient>
      </consulterDonneesTechniquesContractuelles></Body></Envelope>`),
    'curl, announced as SOAP 1.2 is': technical(plain, [
      '-H',
      'Content-Type: application/soap+xml; charset=utf-8; action=""',
    ]),
    'curl, without a charset or an action': technical(plain, ['-H', 'Content-Type: text/xml', '-H', 'SOAPAction:']),
    'curl, with a password as well': technical(plain, [...asXml, '-u', `${login}:secret`]),
    'curl, in chunks': technical(plain, [...asXml, '-H', 'Transfer-Encoding: chunked']),
    'curl, waiting to be told to continue': technical(plain, [...asXml, '-H', 'Expect: 100-continue']),
    'curl, by HTTP 1.0': technical(plain, [...asXml, '--http1.0']),
    'an editor that marks its files': technical(`\uFEFF${declared('utf-8')}`),
    'a file in ASCII that says so': technical(declared('us-ascii'), ['-H', 'Content-Type: text/xml']),
    'a file in ASCII, announced so': technical(plain, ['-H', 'Content-Type: text/xml; charset=us-ascii']),
    'Windows, in two bytes a letter': technical(
      `\uFEFF${declared('UTF-16')}`,
      ['-H', 'Content-Type: text/xml'],
      'utf16le',
    ),
    'somebody who comments and escapes': technical(
      plain
        .replace('<pointId>', '<!-- a home --><pointId>')
        .replace(login, `<![CDATA[${login.slice(0, 4)}]]>&#64;${login.slice(5)}`),
    ),
  }
}

/** An order in the name of a customer, in Latin letters of a byte each, which its declaration says. */
export function orderByHand(pointId: string, contentType: string): ByHand {
  const body = `<?xml version="1.0" encoding="ISO-8859-1"?>
    <s:Envelope xmlns:s="${soap}" xmlns:c="http://www.enedis.fr/sge/b2b/commandercollectepublicationmesures/v3.0"><s:Body>
    <c:commanderCollectePublicationMesures><demande>
      <donneesGenerales><objetCode>AME</objetCode><pointId>${pointId}</pointId>
        <initiateurLogin>${login}</initiateurLogin><contratId>${contract}</contratId></donneesGenerales>
      <accesMesures><dateDebut>2026-10-06</dateDebut><dateFin>2027-10-06</dateFin>
        <declarationAccordClient><accord>1</accord>
          <personnePhysique><civilite>MME</civilite><nom>Lefèvre-Roy</nom><prenom>Claire</prenom></personnePhysique>
        </declarationAccordClient>
        <mesuresTypeCode>CDC</mesuresTypeCode><soutirage>1</soutirage><injection>0</injection>
        <mesuresPas>PT30M</mesuresPas><mesuresCorrigees>0</mesuresCorrigees>
        <transmissionRecurrente>1</transmissionRecurrente><periodiciteTransmission>P1D</periodiciteTransmission>
      </accesMesures>
    </demande></c:commanderCollectePublicationMesures></s:Body></s:Envelope>`
  return {
    path: '/CommandeCollectePublicationMesures/v3.0',
    body: Buffer.from(body, 'latin1'),
    args: ['-H', `Content-Type: ${contentType}`],
  }
}
