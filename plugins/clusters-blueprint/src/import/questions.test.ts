import {
  type ClusterChange,
  changedCluster,
} from './__testUtils__/changedCluster';
import { importCluster } from './importCluster';

const usual = importCluster(changedCluster({})).questions.map(
  ({ path }) => path,
);

/** The questions that a change adds to those of every cluster. */
function askedOf(change: ClusterChange) {
  const { questions } = importCluster(changedCluster(change));
  return questions.filter(({ path }) => !usual.includes(path));
}

const away = () => undefined;
const cluster = (change: (cluster: any) => void) => ({
  'describe-cluster': (output: any) => {
    change(output.cluster);
    return output;
  },
});
const eachClass = (change: (nodeClass: any, index: number) => void) => ({
  'ec2nodeclasses.karpenter.k8s.aws': (items: any[]) => {
    items.forEach(change);
    return items;
  },
});
const config = (values: object) => ({
  configmaps: ([map]: any[]) => [{ ...map, data: { ...map.data, ...values } }],
});

describe('what the facts do not tell is asked for', () => {
  it.each<[string, ClusterChange, string[]]>([
    ['nothing more of a cluster of the blueprint', {}, []],
    [
      'owner and environment without tags',
      {
        aws: cluster(each => {
          each.tags = {};
        }),
      },
      ['metadata.owner', 'spec.environment'],
    ],
    [
      'a public endpoint that is open to all',
      {
        aws: cluster(each => {
          each.resourcesVpcConfig.endpointPublicAccess = true;
          each.resourcesVpcConfig.publicAccessCidrs = ['0.0.0.0/0'];
        }),
      },
      ['spec.network.endpoint.allowedCidrs'],
    ],
    [
      'a private endpoint without its rules',
      { aws: { 'describe-security-group-rules': away } },
      ['spec.network.endpoint.privateCidrs'],
    ],
    [
      'a private endpoint that is open to all',
      {
        aws: {
          'describe-security-group-rules': output => {
            output.SecurityGroupRules[0].CidrIpv4 = '0.0.0.0/0';
            return output;
          },
        },
      },
      ['spec.network.endpoint.privateCidrs'],
    ],
    [
      'gateways, endpoints and flow logs without their outputs',
      {
        aws: {
          'describe-nat-gateways': away,
          'describe-vpc-endpoints': away,
          'describe-flow-logs': away,
        },
      },
      [
        'spec.network.natGateways',
        'spec.network.interfaceEndpoints',
        'spec.logging.flowLogs',
      ],
    ],
    [
      'zones whose subnets do not say that nodes use them',
      {
        aws: {
          'describe-subnets': output => ({
            Subnets: output.Subnets.map((each: object) => ({
              ...each,
              Tags: [],
            })),
          }),
        },
      },
      ['spec.network.zones'],
    ],
    [
      'subnets of an existing VPC that nothing uses',
      {
        spec: 'existing-vpc',
        aws: {
          'describe-nodegroup': output => {
            output.nodegroup.subnets = [];
            return output;
          },
        },
        capture: eachClass(each => {
          each.status = {};
        }),
      },
      ['spec.network.existing.nodeSubnetIds'],
    ],
    [
      'roles of another name, and one that was not described',
      {
        aws: {
          ...cluster(each => {
            each.roleArn = 'arn:aws:iam::123456789012:role/eksctl-demo';
          }),
          'get-role': away,
        },
      },
      ['spec.iam.roleNamePrefix', 'spec.iam.permissionsBoundaryArn'],
    ],
    [
      'access entries that were not listed',
      { aws: { 'list-access-entries': away } },
      ['spec.access.adminRoleArns', 'spec.access.portalRoleArn'],
    ],
    [
      'access entries of which one was not described',
      {
        aws: {
          'list-access-entries': output => ({
            accessEntries: [...output.accessEntries, 'arn:aws:iam::1:role/new'],
          }),
        },
      },
      ['spec.access.adminRoleArns', 'spec.access.portalRoleArn'],
    ],
    [
      'system nodes without a group for them',
      {
        aws: {
          'describe-nodegroup': output => {
            output.nodegroup.taints = [];
            return output;
          },
        },
      },
      [
        'spec.systemNodes.instanceTypes',
        'spec.systemNodes.min',
        'spec.systemNodes.max',
      ],
    ],
    [
      'volumes of system nodes without their launch template',
      { aws: { 'describe-launch-template-versions': away } },
      ['spec.systemNodes.volume.size', 'spec.systemNodes.volume.kmsKeyArn'],
    ],
    [
      'volumes of system nodes with another version of the template',
      {
        aws: {
          'describe-launch-template-versions': output => {
            output.LaunchTemplateVersions[0].VersionNumber = 2;
            return output;
          },
        },
      },
      ['spec.systemNodes.volume.size', 'spec.systemNodes.volume.kmsKeyArn'],
    ],
    [
      'logs that are kept for ever',
      {
        aws: {
          'describe-log-groups': output => {
            delete output.logGroups[0].retentionInDays;
            return output;
          },
        },
      },
      ['spec.logging.retentionDays'],
    ],
    [
      'settings of Cilium without cilium-config',
      { capture: { configmaps: () => [] } },
      [
        'spec.cilium.prefixDelegation',
        'spec.cilium.encryption',
        'spec.cilium.hubble',
      ],
    ],
    [
      'an encryption that the spec does not know',
      { capture: config({ 'enable-ipsec': 'true' }) },
      ['spec.cilium.encryption'],
    ],
    [
      'versions of what is not installed',
      {
        capture: { 'daemonsets.apps': () => [], 'deployments.apps': () => [] },
      },
      [
        'spec.versions.karpenter',
        'spec.versions.cilium',
        'spec.karpenter.namespace',
      ],
    ],
    [
      'a version that is no release',
      {
        capture: {
          'daemonsets.apps': ([agent]) => {
            agent.spec.template.spec.containers[0].image =
              'cilium:v1.20.0-rc.1';
            return [agent];
          },
        },
      },
      ['spec.versions.cilium'],
    ],
    [
      'what Deployments, DaemonSets and budgets tell, where they were not captured',
      {
        capture: {
          'deployments.apps': away,
          'daemonsets.apps': away,
          'poddisruptionbudgets.policy': away,
        },
      },
      [
        'spec.versions.karpenter',
        'spec.versions.cilium',
        'spec.cilium.clusterMesh.enabled',
        'spec.karpenter.namespace',
        'spec.addons.loadBalancerController.enabled',
        'spec.hardening.podDisruptionBudgets',
      ],
    ],
    [
      'images of several releases',
      {
        spec: 'general-gpu',
        capture: eachClass((each, index) => {
          each.spec.amiSelectorTerms = [
            { alias: `al2023@v2026110${index + 1}` },
          ];
        }),
      },
      ['spec.karpenter.amiRelease'],
    ],
    [
      'images that a class names by id',
      {
        capture: eachClass(each => {
          each.spec.amiSelectorTerms = [{ id: 'ami-1' }];
        }),
      },
      ['spec.karpenter.amiRelease'],
    ],
    [
      'no release where a class follows the newest, and has found it',
      {
        capture: eachClass(each => {
          each.spec.amiSelectorTerms = [{ alias: 'al2023@latest' }];
          each.status.amis = [
            {
              id: 'ami-1',
              name: 'amazon-eks-node-al2023-x86_64-standard-1.35-v20261101',
            },
          ];
        }),
      },
      [],
    ],
    [
      'pools where there are none',
      { capture: { 'nodepools.karpenter.sh': () => [] } },
      ['spec.karpenter.nodePools'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(askedOf(change).map(({ path }) => path)).toEqual(expected);
  });

  it('says the allowed values, and the command whose output would tell', () => {
    expect(
      askedOf({
        aws: {
          ...cluster(each => {
            each.tags = {};
          }),
          'describe-security-group-rules': away,
          'describe-nat-gateways': away,
        },
      }),
    ).toEqual([
      {
        path: 'metadata.owner',
        question: 'Which group or user owns the cluster?',
        allowed:
          'the reference of a group or user, such as "group:default/payments"',
        optional: false,
      },
      expect.objectContaining({
        path: 'spec.environment',
        allowed: expect.stringContaining('a folder name such as "dev"'),
      }),
      expect.objectContaining({
        path: 'spec.network.natGateways',
        allowed: 'single, perZone',
        command: 'aws ec2 describe-nat-gateways',
      }),
      expect.objectContaining({
        path: 'spec.network.endpoint.privateCidrs',
        allowed: 'a list, of each: an IPv4 range such as 10.40.0.0/16',
        command:
          'aws ec2 describe-security-group-rules of the groups sg-0123456789abcdef0 sg-0fedcba9876543210',
      }),
    ]);
  });
});
