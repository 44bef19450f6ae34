export { MergeLinks } from './MergeLinks';
