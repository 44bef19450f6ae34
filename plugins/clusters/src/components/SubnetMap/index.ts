export { SubnetMap } from './SubnetMap';
