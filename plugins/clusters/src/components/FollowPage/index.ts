export { FollowPage } from './FollowPage';
export { StepList } from './StepList';
