export { ClusterRights } from './ClusterRights';
export * from './createChangeAction';
export * from './createPlatformAction';
export * from './createPullRequestAction';
export * from './createRenderAction';
export * from './createSpecAction';
export * from './createValidateAction';
