export type { ForeignWorld } from './ForeignWorld';
export { foreignWorlds } from './foreignWorlds';
