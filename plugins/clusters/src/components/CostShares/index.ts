export { CostShares } from './CostShares';
