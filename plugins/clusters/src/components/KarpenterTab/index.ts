export { KarpenterTab } from './KarpenterTab';
