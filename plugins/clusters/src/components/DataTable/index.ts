export { DataTable } from './DataTable';
export type { DataColumn, DataSort, GroupFold } from './DataTable';
