export { PoolOutlook } from './PoolOutlook';
export { PoolOutlooks } from './PoolOutlooks';
export { useOutlooks } from './useOutlooks';
