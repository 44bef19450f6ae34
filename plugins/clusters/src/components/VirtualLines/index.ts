export { isLong } from './isLong';
export { scrollerOf } from './scrollerOf';
export { useVirtualLines } from './useVirtualLines';
