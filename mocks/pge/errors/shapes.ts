/**
 * How a refusal is spelled. PG&E speaks in several voices: `oauth` is RFC 6749 JSON with `code` as its error, `gateway`
 * a JSON string, `json` an object with the text under `error`, `text` plain text, `page` an HTML page for a browser,
 * `redirect` a 302 whose `location` (error, state) the door adds, `bare` a status without a body.
 */
export type Shape = 'oauth' | 'gateway' | 'json' | 'text' | 'page' | 'redirect' | 'bare'
