/** Where SGE's own names live. Source: SGE web services, table of services. */
export const b2b = 'http://www.enedis.fr/sge/b2b'
/** The namespace of headers and faults. */
export const technique = { namespace: `${b2b}/technique/v1.0`, prefix: 'tec' }
/** The same of the older dictionary, which the order of a history still speaks. */
export const dictionnaire = { namespace: 'http://www.erdf.fr/sge/b2b/dictionnaire/v4.0/dc', prefix: 'dic' }
