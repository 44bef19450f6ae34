export type { Box } from './Boxes';
export { Treemap, type TreemapPart } from './Treemap';
