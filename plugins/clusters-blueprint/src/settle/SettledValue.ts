import type { SpecPath } from '@clusterworks/plugin-clusters-spec';

/**
 * A value that render adds to `cluster.yaml`, because the file does not name
 * it.
 */
export type SettledValue = { path: SpecPath; value: string | boolean };
