export type { Exchange } from './Exchange';
export { GithubDescription } from './GithubDescription';
export { recordExchanges } from './recordExchanges';
