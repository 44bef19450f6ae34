import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  Finding,
  FindingLink,
} from '@clusterworks/plugin-clusters-common';

/**
 * Returns the links of a finding: a runbook, a dashboard, logs.
 *
 * Called at each assessment of a cluster, so the function must not do I/O.
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
 * Accepts functions that return links for findings.
 *
 * @public
 */
export interface FindingLinksExtensionPoint {
  addLinker(linker: FindingLinker): void;
}

/**
 * Where modules add links to findings.
 *
 * @public
 */
export const findingLinksExtensionPoint =
  createExtensionPoint<FindingLinksExtensionPoint>({
    id: 'clusters.finding-links',
  });
