export { Sparkline } from './Sparkline';
export type { TrendPoint } from './sparklinePath';
