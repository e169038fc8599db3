/** Where the sandbox listens unless told otherwise; the second only where the machine has it. */
export const loopback = ['127.0.0.1', '::1'] as const

/** Tells whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === '::1' || host === 'localhost' || /^127(\.\d{1,3}){3}$/.test(host)
}
