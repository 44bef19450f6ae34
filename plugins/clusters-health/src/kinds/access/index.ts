export {
  kubernetesTabClusterRole,
  kubernetesTabClusterRoleBinding,
} from './kubernetesTabClusterRole';
export {
  readerClusterRole,
  readerClusterRoleBinding,
} from './readerClusterRole';
export type { PolicyRule } from './PolicyRule';
export { READER_GROUP } from './readersBinding';
