export * from './access.ts'
export * from './measures.ts'
