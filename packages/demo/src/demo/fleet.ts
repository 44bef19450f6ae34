import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { ScenarioName } from '../world/scenarios';

/** How the API server of a demo cluster behaves. */
export type Reachability = 'reachable' | 'unreachable' | 'forbidden';

/** One cluster that the demo begins with. */
export interface FleetMember {
  spec: ClusterSpec;
  scenario: ScenarioName;
  reachability: Reachability;
  ageDays: number;
}

/** The settings in which a cluster of the demo differs from the others. */
interface Particulars {
  name: string;
  description: string;
  owner: 'payments' | 'search' | 'reports' | 'platform';
  environment: 'dev' | 'staging' | 'prod';
  region: string;
  vpcCidr: string;
  ageDays: number;
  scenario?: ScenarioName;
  reachability?: Reachability;
  natGateways?: 'perZone';
  hasGpuPool?: boolean;
}

const accountId = '123456789012';
const access = { portalRoleArn: `arn:aws:iam::${accountId}:role/backstage` };
const generalPool = { name: 'general', preset: 'general' };
const gpuPool = { name: 'gpu', preset: 'gpu', instanceFamilies: ['g5'] };

const clusters: Particulars[] = [
  {
    name: 'payments-prod',
    description: 'Payments, production',
    owner: 'payments',
    environment: 'prod',
    region: 'eu-west-1',
    vpcCidr: '10.40.0.0/16',
    natGateways: 'perZone',
    hasGpuPool: true,
    ageDays: 23,
  },
  {
    name: 'search-dev',
    description: 'Search, development',
    owner: 'search',
    environment: 'dev',
    region: 'eu-west-1',
    vpcCidr: '10.41.0.0/16',
    scenario: 'stuck-ciliumnode',
    ageDays: 11,
  },
  {
    name: 'legacy-eu',
    description: 'The last cluster of the old platform',
    owner: 'platform',
    environment: 'prod',
    region: 'eu-central-1',
    vpcCidr: '10.42.0.0/16',
    reachability: 'unreachable',
    ageDays: 190,
  },
  {
    name: 'reports-staging',
    description: 'Reports, staging',
    owner: 'reports',
    environment: 'staging',
    region: 'eu-west-1',
    vpcCidr: '10.43.0.0/16',
    reachability: 'forbidden',
    ageDays: 40,
  },
  {
    name: 'payments-us',
    description: 'Payments for America, production',
    owner: 'payments',
    environment: 'prod',
    region: 'us-east-1',
    vpcCidr: '10.44.0.0/16',
    scenario: 'spot-interruption',
    ageDays: 61,
  },
  {
    name: 'payments-staging',
    description: 'Payments, staging',
    owner: 'payments',
    environment: 'staging',
    region: 'eu-west-1',
    vpcCidr: '10.45.0.0/16',
    scenario: 'karpenter-down',
    ageDays: 75,
  },
  {
    name: 'payments-dev',
    description: 'Payments, development',
    owner: 'payments',
    environment: 'dev',
    region: 'eu-west-1',
    vpcCidr: '10.46.0.0/16',
    scenario: 'still',
    ageDays: 82,
  },
  {
    name: 'search-prod',
    description: 'Search, production',
    owner: 'search',
    environment: 'prod',
    region: 'eu-central-1',
    vpcCidr: '10.47.0.0/16',
    scenario: 'ip-space-nearly-gone',
    ageDays: 120,
  },
  {
    name: 'search-ranking',
    description: 'Training of the models that rank results',
    owner: 'search',
    environment: 'staging',
    region: 'us-west-2',
    vpcCidr: '10.48.0.0/16',
    scenario: 'gpu-out-of-capacity',
    hasGpuPool: true,
    ageDays: 33,
  },
  {
    name: 'search-asia',
    description: 'Search for Asia, production',
    owner: 'search',
    environment: 'prod',
    region: 'ap-southeast-1',
    vpcCidr: '10.49.0.0/16',
    scenario: 'still',
    ageDays: 48,
  },
  {
    name: 'reports-prod',
    description: 'Reports, production',
    owner: 'reports',
    environment: 'prod',
    region: 'us-east-1',
    vpcCidr: '10.50.0.0/16',
    scenario: 'still',
    ageDays: 140,
  },
  {
    name: 'reports-dev',
    description: 'Reports, development',
    owner: 'reports',
    environment: 'dev',
    region: 'us-west-2',
    vpcCidr: '10.51.0.0/16',
    scenario: 'still',
    ageDays: 18,
  },
  {
    name: 'tools-prod',
    description: 'Build agents and other tools of the platform team',
    owner: 'platform',
    environment: 'prod',
    region: 'eu-west-1',
    vpcCidr: '10.52.0.0/16',
    ageDays: 97,
  },
];

const systems = ['payments', 'search', 'reports'];

function memberOf(cluster: Particulars): FleetMember {
  const { name, description, owner, environment, region, natGateways } =
    cluster;
  return {
    spec: parseClusterSpec({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'Cluster',
      metadata: {
        name,
        description,
        owner: `group:default/${owner}`,
        ...(systems.includes(owner) && { system: owner }),
      },
      spec: {
        accountId,
        access,
        environment,
        region,
        network: {
          vpcCidr: cluster.vpcCidr,
          ...(natGateways && { natGateways }),
        },
        karpenter: {
          nodePools: [generalPool, ...(cluster.hasGpuPool ? [gpuPool] : [])],
        },
      },
    }),
    scenario: cluster.scenario ?? 'healthy',
    reachability: cluster.reachability ?? 'reachable',
    ageDays: cluster.ageDays,
  };
}

/** The clusters that the demo begins with: each scenario at least once. */
export function demoFleet(): FleetMember[] {
  return clusters.map(memberOf);
}
