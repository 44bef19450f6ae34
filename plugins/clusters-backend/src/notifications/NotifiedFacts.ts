import type {
  Assessment,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { HeldWorkload } from '../fleet/heldWorkloads';

/** What is known of a cluster that somebody may be notified of. */
export interface NotifiedFacts {
  row: FleetRow;
  /** Absent when there is none. */
  assessment: Assessment | undefined;
  /** Absent when it is not known what keeps nodes. */
  held: readonly HeldWorkload[] | undefined;
  /**
   * The owner of a workload, or undefined when no component says that it is
   * its own.
   */
  ownerOf(workload: HeldWorkload): string | undefined;
}
