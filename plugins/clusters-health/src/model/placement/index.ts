export { type Destination, placePods } from './placePods';
