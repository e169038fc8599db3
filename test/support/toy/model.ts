/** What the toy utility remembers: people, their meters' counts, and who may read them. */
export type Person = { name: string; token: string; count: number; sharing: Sharing }
export type Sharing = { status: 'none' } | { status: 'granted'; expiresAt: string }
export type State = { people: Record<string, Person>; portal: string | null }
export type Settings = { greeting: 'plain' | 'warm' }
