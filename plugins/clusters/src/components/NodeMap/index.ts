export { NodeMap } from './NodeMap';
