export { OtherClaimsNotice } from './ClaimNotice';
export {
  ClusterPanel,
  ClusterViewPanel,
  ConnectionStateNotice,
} from './ClusterPanel';
export { SourceNotice } from './SourceNotice';
