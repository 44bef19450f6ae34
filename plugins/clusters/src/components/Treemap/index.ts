export { type Box, Treemap, type TreemapPart } from './Treemap';
