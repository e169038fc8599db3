export { readJwt, signJwt, type Claims } from './jwt.ts'
