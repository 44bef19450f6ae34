/** The resources of the backend at a time without faults. */
export interface SoakSample {
  /** Minutes since the first sample. */
  minute: number;
  /** Memory of the process, and of its heap after garbage was collected, in MB. */
  rssMb: number;
  heapMb: number;
  timers: number;
  sockets: number;
  /** Rows in all tables of the plugin. */
  rows: number;
  /** Clusters that are not live again two minutes after all faults ended. */
  lost: number;
}
