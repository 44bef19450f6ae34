export * from './createPullRequestAction';
export * from './createRenderAction';
export * from './createSpecAction';
export * from './createValidateAction';
