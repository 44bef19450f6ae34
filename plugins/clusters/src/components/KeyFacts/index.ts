export { KeyFacts } from './KeyFacts';
export type { KeyFact } from './KeyFacts';
