export { isClusterEntity } from './isClusterEntity';
