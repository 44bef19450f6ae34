import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  Finding,
  FindingLink,
} from '@clusterworks/plugin-clusters-common';

/**
 * Says what a finding of a cluster links to: a runbook, a dashboard, logs.
 *
 * Called with each look at a cluster, so it does no I/O.
 *
 * @public
 */
export type FindingLinker = (
  finding: Readonly<Finding>,
  cluster: Readonly<{
    name: string;
    entityRef: string;
    environment?: string;
    region?: string;
    accountId?: string;
  }>,
) => FindingLink[];

/**
 * Takes what findings link to.
 *
 * @public
 */
export interface FindingLinksExtensionPoint {
  addLinker(linker: FindingLinker): void;
}

/**
 * Where modules say what findings link to.
 *
 * @public
 */
export const findingLinksExtensionPoint =
  createExtensionPoint<FindingLinksExtensionPoint>({
    id: 'clusters.finding-links',
  });
