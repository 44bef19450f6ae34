export { scrollerOf } from './scrollerOf';
export { useVirtualLines } from './useVirtualLines';
