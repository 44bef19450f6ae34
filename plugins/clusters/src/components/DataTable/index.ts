export { DataTable } from './DataTable';
export type { DataColumn, DataSort } from './DataColumn';
export { dataLines } from './dataLines';
