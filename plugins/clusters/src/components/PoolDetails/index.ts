export { PoolDetails } from './PoolDetails';
