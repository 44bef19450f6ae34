import { CLUSTERWORKS_API_VERSION } from './clusterSpecSchema';
import type { ClusterSpec } from './clusterSpecSchema';

/**
 * The least that a spec needs, for what is asked before a form is filled in.
 * Neither its name nor its place may decide an answer.
 */
export const placeholderSpec = {
  apiVersion: CLUSTERWORKS_API_VERSION,
  kind: 'Cluster',
  metadata: { name: 'any', owner: 'group:default/any' },
  spec: {
    environment: 'any',
    region: 'eu-west-1',
    network: { vpcCidr: '10.0.0.0/16' },
  },
} as const satisfies ClusterSpec;
