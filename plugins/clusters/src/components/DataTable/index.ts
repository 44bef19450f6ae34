export { DataTable } from './DataTable';
export type { DataColumn, DataSort, GroupFold } from './DataColumn';
export { scrollerOf } from './scrollerOf';
