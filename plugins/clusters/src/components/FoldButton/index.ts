export { FoldButton } from './FoldButton';
export { GroupTitle, type GroupFold } from './GroupTitle';
