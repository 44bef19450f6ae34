export { clustersApiRef } from './clustersApiRef';
