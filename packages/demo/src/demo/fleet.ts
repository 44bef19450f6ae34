import {
  ClusterSpec,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { ScenarioName } from '../world/scenarios';

/** How the API server of a demo cluster behaves. */
export type Reachability = 'reachable' | 'unreachable' | 'forbidden';

/** One cluster that the demo begins with. */
export interface FleetMember {
  spec: ClusterSpec;
  scenario: ScenarioName;
  reachability: Reachability;
  ageDays: number;
}

const accountId = '123456789012';
const access = { portalRoleArn: `arn:aws:iam::${accountId}:role/backstage` };

function cluster(
  metadata: Record<string, unknown>,
  spec: Record<string, unknown>,
): ClusterSpec {
  return parseClusterSpec({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'Cluster',
    metadata,
    spec: { accountId, access, ...spec },
  });
}

const general = { name: 'general', preset: 'general' };

/** The clusters that the demo begins with. */
export function demoFleet(): FleetMember[] {
  return [
    {
      spec: cluster(
        {
          name: 'payments-prod',
          owner: 'group:default/payments',
          system: 'payments',
          description: 'Payments, production',
        },
        {
          environment: 'prod',
          region: 'eu-west-1',
          network: { vpcCidr: '10.40.0.0/16', natGateways: 'perZone' },
          karpenter: {
            nodePools: [
              general,
              { name: 'gpu', preset: 'gpu', instanceFamilies: ['g5'] },
            ],
          },
        },
      ),
      scenario: 'healthy',
      reachability: 'reachable',
      ageDays: 23,
    },
    {
      spec: cluster(
        {
          name: 'search-dev',
          owner: 'group:default/search',
          system: 'search',
          description: 'Search, development',
        },
        {
          environment: 'dev',
          region: 'eu-west-1',
          network: { vpcCidr: '10.41.0.0/16' },
          karpenter: { nodePools: [general] },
        },
      ),
      scenario: 'stuck-ciliumnode',
      reachability: 'reachable',
      ageDays: 11,
    },
    {
      spec: cluster(
        {
          name: 'legacy-eu',
          owner: 'group:default/platform',
          description: 'The last cluster of the old platform',
        },
        {
          environment: 'prod',
          region: 'eu-central-1',
          network: { vpcCidr: '10.42.0.0/16' },
          karpenter: { nodePools: [general] },
        },
      ),
      scenario: 'healthy',
      reachability: 'unreachable',
      ageDays: 190,
    },
    {
      spec: cluster(
        {
          name: 'reports-staging',
          owner: 'group:default/reports',
          description: 'Reports, staging',
        },
        {
          environment: 'staging',
          region: 'eu-west-1',
          network: { vpcCidr: '10.43.0.0/16' },
          karpenter: { nodePools: [general] },
        },
      ),
      scenario: 'healthy',
      reachability: 'forbidden',
      ageDays: 40,
    },
  ];
}
