export type { Destination } from './Destination';
export { placePods } from './placePods';
export { PoolRoom } from './PoolRoom';
