export { DataTable } from './DataTable';
export type { DataColumn, DataSort } from './DataColumn';
export { scrollerOf } from './scrollerOf';
