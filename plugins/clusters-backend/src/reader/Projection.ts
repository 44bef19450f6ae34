import type { WantedFields } from '@clusterworks/plugin-clusters-common';

/** What is kept of objects, by the name of their resource. */
export interface Projection {
  /** The fields that `project` reads. */
  wantedFields(resource: string): WantedFields | undefined;
  /** Keeps the facts that we need of one object; `undefined` leaves it out. */
  project(resource: string, object: unknown): unknown;
}
