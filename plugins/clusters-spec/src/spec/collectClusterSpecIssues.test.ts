import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { collectClusterSpecIssues } from './collectClusterSpecIssues';
import { parseClusterSpecYaml, readClusterSpecYaml } from './parseClusterSpec';

const fixture = (name: string) =>
  readFileSync(resolve(__dirname, '__fixtures__', `${name}.yaml`), 'utf8');

type Edit = (spec: any) => void;

/** Issues of the payments-dev fixture after an edit, as `path: message`. */
function issuesAfter(edit: Edit): string[] {
  const spec = parse(fixture('payments-dev'));
  edit(spec);
  return collectClusterSpecIssues(spec).map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

describe('collectClusterSpecIssues', () => {
  it.each(['payments-dev', 'minimal', 'complete'])('accepts %s', name => {
    expect(collectClusterSpecIssues(parse(fixture(name)))).toEqual([]);
    expect(parseClusterSpecYaml(fixture(name))).toEqual(parse(fixture(name)));
  });

  it.each<[string, Edit, string]>([
    [
      'an unknown key near a known one',
      s => (s.spec.netwrok = s.spec.network),
      'spec.netwrok: is not a known key; did you mean "network"?',
    ],
    [
      'an unknown key in a list',
      s => (s.spec.karpenter.nodePools[1].limit = {}),
      'spec.karpenter.nodePools[1].limit: is not a known key; did you mean "limits"?',
    ],
    [
      'an unknown key far from all',
      s => (s.metadata.zzzzzz = 1),
      'metadata.zzzzzz: is not a known key; known are name, owner, system, description',
    ],
    [
      'a missing field',
      s => delete s.metadata.owner,
      'metadata.owner: is required',
    ],
    [
      'another kind',
      s => (s.kind = 'Clutser'),
      'kind: must be "Cluster", but is "Clutser"',
    ],
    [
      'an account id without quotes',
      s => (s.spec.accountId = 123456789012),
      'spec.accountId: must be a string, but is the number 123456789012: write it in quotes, "123456789012"',
    ],
    [
      'a limit without quotes',
      s => (s.spec.karpenter.nodePools[0].limits = { cpu: 2000 }),
      'spec.karpenter.nodePools[0].limits.cpu: must be a string, but is the number 2000: write it in quotes, "2000"',
    ],
    [
      'a name that is too long',
      s => (s.metadata.name = 'a'.repeat(33)),
      'metadata.name: must have at most 32 characters',
    ],
    [
      'the name default',
      s => (s.metadata.name = 'default'),
      'metadata.name: must not be "default"',
    ],
    [
      'an owner that is a component',
      s => (s.metadata.owner = 'component:default/x'),
      'metadata.owner: must be the reference of a group or user',
    ],
    [
      'an unknown region',
      s => (s.spec.region = 'eu-west-9'),
      'spec.region: must be an AWS region',
    ],
    [
      'host bits',
      s => (s.spec.network.vpcCidr = '10.40.1.0/16'),
      'spec.network.vpcCidr: "10.40.1.0/16" is not a network address; the network is 10.40.0.0/16',
    ],
    [
      'a VPC that is too small',
      s => (s.spec.network.vpcCidr = '10.40.0.0/24'),
      'spec.network.vpcCidr: "10.40.0.0/24" must be between /16 and /22',
    ],
    [
      'a public VPC range',
      s => (s.spec.network.vpcCidr = '8.8.0.0/16'),
      'must be private',
    ],
    [
      'overlapping secondary ranges',
      s => (s.spec.network.secondaryCidrs = ['10.40.128.0/20']),
      'spec.network.secondaryCidrs[0]: "10.40.128.0/20" overlaps vpcCidr 10.40.0.0/16',
    ],
    [
      'a secondary range that AWS refuses',
      s => (s.spec.network.secondaryCidrs = ['192.168.0.0/16']),
      'must lie in 10.0.0.0/8 like vpcCidr',
    ],
    [
      'Bottlerocket without a release',
      s => (s.spec.karpenter.nodePools[0].amiFamily = 'bottlerocket'),
      'spec.karpenter.bottlerocketRelease: is required for pools of amiFamily bottlerocket',
    ],
    [
      'io2 without iops',
      s => (s.spec.karpenter.nodePools[0].volume = { type: 'io2' }),
      'spec.karpenter.nodePools[0].volume.iops: is required for io2',
    ],
    [
      'a volume that holds no image',
      s => (s.spec.karpenter.nodePools[0].volume = { size: '19Gi' }),
      'spec.karpenter.nodePools[0].volume.size: must be 20Gi or more',
    ],
    [
      'a node that may wait for ever',
      s => (s.spec.karpenter.nodePools[0].terminationGracePeriod = 'Never'),
      'spec.karpenter.nodePools[0].terminationGracePeriod: must be a duration',
    ],
    [
      'a mirror that is a command',
      s =>
        (s.spec.karpenter.registryMirrors = [
          { registry: 'docker.io', endpoints: ['https://m$(id).example.com'] },
        ]),
      'spec.karpenter.registryMirrors[0].endpoints[0]: must be an https address',
    ],
    [
      'days that CloudWatch does not know',
      s => (s.spec.logging = { retentionDays: 31 }),
      'spec.logging.retentionDays: must be',
    ],
    [
      'interface endpoints in China',
      s => {
        s.spec.region = 'cn-north-1';
        delete s.spec.access;
        s.spec.network.interfaceEndpoints = ['sts'];
      },
      'spec.network.interfaceEndpoints: must be empty in cn-north-1',
    ],
    [
      'NAT gateways in an existing VPC',
      s => {
        delete s.spec.network.zones;
        s.spec.network.natGateways = 'single';
        s.spec.network.existing = {
          vpcId: 'vpc-0123456789abcdef0',
          nodeSubnetIds: [
            'subnet-0123456789abcdef0',
            'subnet-0123456789abcdef1',
          ],
        };
      },
      'spec.network.natGateways: goes only with a VPC that is made here',
    ],
    [
      'one subnet twice',
      s => {
        delete s.spec.network.zones;
        s.spec.network.existing = {
          vpcId: 'vpc-0123456789abcdef0',
          nodeSubnetIds: [
            'subnet-0123456789abcdef0',
            'subnet-0123456789abcdef0',
          ],
        };
      },
      'spec.network.existing.nodeSubnetIds: "subnet-0123456789abcdef0" is named twice',
    ],
    [
      'external-dns without zones',
      s => (s.spec.addons = { externalDns: { enabled: true } }),
      'spec.addons.externalDns.hostedZoneIds: is required for external-dns',
    ],
    [
      'a key of another region',
      s =>
        (s.spec.addons = {
          ebsCsiDriver: {
            kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/1234abcd',
          },
        }),
      'spec.addons.ebsCsiDriver.kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd" must be a key of eu-west-1',
    ],
    [
      'a version of an add-on that is no such',
      s => (s.spec.addons = { coreDns: { version: 'latest' } }),
      'spec.addons.coreDns.version: must be a version of an EKS add-on',
    ],
    [
      'role names that are too long',
      s => {
        s.metadata.name = 'a'.repeat(32);
        s.spec.iam = { roleNamePrefix: 'p'.repeat(17) };
      },
      'spec.iam.roleNamePrefix: "ppppppppppppppppp" makes names of 65 characters',
    ],
    [
      'a permissions boundary of another partition',
      s =>
        (s.spec.iam = {
          permissionsBoundaryArn: 'arn:aws-cn:iam::123456789012:policy/b',
        }),
      'must be of partition aws, because eu-west-1 is',
    ],
    [
      'zones of another region',
      s => (s.spec.network.zones = ['eu-west-1a', 'eu-west-2b']),
      'spec.network.zones[1]: "eu-west-2b" is not a zone of eu-west-1',
    ],
    [
      'zones that are no list',
      s => (s.spec.network.zones = 'three'),
      'spec.network.zones: must be a number or a list, but is the string three',
    ],
    [
      'too many zones',
      s => (s.spec.network.zones = 4),
      'spec.network.zones: must be at most 3 in eu-west-1, but is 4',
    ],
    [
      'one zone',
      s => (s.spec.network.zones = 1),
      'spec.network.zones: must be at least 2, but is 1',
    ],
    [
      'a public endpoint without ranges',
      s => (s.spec.network.endpoint = { public: true }),
      'spec.network.endpoint.allowedCidrs: is required for a public endpoint',
    ],
    [
      'an endpoint for everybody',
      s =>
        (s.spec.network.endpoint = {
          public: true,
          allowedCidrs: ['0.0.0.0/0'],
        }),
      'spec.network.endpoint.allowedCidrs[0]: "0.0.0.0/0" would open the endpoint to the whole internet',
    ],
    [
      'a private endpoint for everybody with a route',
      s => (s.spec.network.endpoint = { privateCidrs: ['0.0.0.0/0'] }),
      'spec.network.endpoint.privateCidrs[0]: "0.0.0.0/0" would open the endpoint to everybody who has a route',
    ],
    [
      'a role of another partition',
      s =>
        (s.spec.access.portalRoleArn = 'arn:aws-cn:iam::123456789012:role/x'),
      'must be of partition aws, because eu-west-1 is',
    ],
    [
      'mixed architectures of system nodes',
      s => (s.spec.systemNodes = { instanceTypes: ['m6i.large', 'm7g.large'] }),
      'spec.systemNodes.instanceTypes: must all have one architecture',
    ],
    [
      'a hand-over to nobody',
      s => (s.spec.gitops = { handedOver: true }),
      'spec.gitops.handedOver: must not be true without argocd: true',
    ],
    [
      'a stage of decommissioning that is none',
      s => (s.spec.decommission = { stage: 'removed' }),
      'spec.decommission.stage: must be "draining", but is "removed"',
    ],
    [
      'a freeze until a time without a zone',
      s => (s.spec.karpenter = { freeze: { until: '2026-12-24T18:00' } }),
      'spec.karpenter.freeze.until: must be a time in UTC such as 2026-12-24T18:00Z',
    ],
    [
      'a freeze until a day that does not exist',
      s => (s.spec.karpenter = { freeze: { until: '2026-13-24T18:00Z' } }),
      'spec.karpenter.freeze.until: must be a time that exists, such as 2026-12-24T18:00Z',
    ],
    [
      'more system nodes at least than at most',
      s => (s.spec.systemNodes = { min: 3, max: 2 }),
      'spec.systemNodes.max: must be at least min (3), but is 2',
    ],
    [
      'a mesh without id',
      s => (s.spec.cilium = { clusterMesh: { enabled: true } }),
      'spec.cilium.clusterMesh.id: must be 1 to 127',
    ],
    [
      'a mesh id beyond ENI mode',
      s => (s.spec.cilium = { clusterMesh: { enabled: true, id: 128 } }),
      'spec.cilium.clusterMesh.id: must be at most 127, but is 128',
    ],
    [
      'a peer that is itself',
      s =>
        (s.spec.cilium = {
          clusterMesh: { enabled: true, id: 1, peers: ['payments-dev'] },
        }),
      'spec.cilium.clusterMesh.peers[0]: "payments-dev" is this cluster itself',
    ],
    [
      'a version with a v',
      s => (s.spec.versions.karpenter = 'v1.14.3'),
      'spec.versions.karpenter: must be a full version without a leading "v"',
    ],
    [
      'versions that do not go together',
      s => (s.spec.versions.karpenter = '1.1.1'),
      'spec.versions.karpenter: Karpenter 1.1.1 supports Kubernetes 1.25 to 1.31, not 1.35; the nearest set that works is Kubernetes 1.35, Karpenter 1.9.2, Cilium 1.19.9',
    ],
    [
      'a release that is known to be bad',
      s => {
        s.spec.versions = { profile: 'latest', cilium: '1.20.0' };
      },
      'spec.versions.cilium: Cilium 1.20.0 is known to be bad',
    ],
    [
      'two pools of one name',
      s => (s.spec.karpenter.nodePools[1].name = 'general'),
      'spec.karpenter.nodePools[1].name: "general" is the name of pool 0 too',
    ],
    [
      'a pool named as a derived one',
      s => s.spec.karpenter.nodePools.push({ name: 'gpu-spot' }),
      '"gpu-spot" is the name of pool 1 too',
    ],
    [
      'a budget with a schedule only',
      s =>
        (s.spec.karpenter.nodePools[0].budgets = [
          { nodes: '0', schedule: '0 9 * * 1-5' },
        ]),
      'spec.karpenter.nodePools[0].budgets[0]: schedule and duration go only together',
    ],
    [
      'a quantity that is none',
      s => (s.spec.karpenter.nodePools[0].limits = { memory: '4000GB' }),
      'spec.karpenter.nodePools[0].limits.memory: must be a Kubernetes quantity',
    ],
    [
      'a limit of no resource',
      s => (s.spec.karpenter.nodePools[0].limits = { cpus: '4' }),
      'spec.karpenter.nodePools[0].limits.cpus: is no resource that nodes have',
    ],
    [
      'a custom pool that says nothing',
      s => s.spec.karpenter.nodePools.push({ name: 'x', preset: 'custom' }),
      'spec.karpenter.nodePools[2]: of preset custom must say what it may launch',
    ],
    [
      'a requirement of a restricted domain',
      s =>
        (s.spec.karpenter.nodePools[0].requirements = [
          { key: 'karpenter.sh/nodepool', operator: 'Exists' },
        ]),
      'is restricted by Karpenter',
    ],
    [
      'a bound that is no bound',
      s => {
        s.spec.karpenter.nodePools[0].requirements = [
          {
            key: 'karpenter.k8s.aws/instance-cpu',
            operator: 'Gte',
            values: ['0'],
          },
        ];
      },
      'must be at least "1" for operator Gte',
    ],
    [
      'a reserved tag',
      s => (s.spec.tags = { 'karpenter.sh/discovery': 'x' }),
      'spec.tags["karpenter.sh/discovery"]: is set by Karpenter',
    ],
    [
      'tags that IAM takes for one',
      s => (s.spec.tags = { Team: 'a', team: 'b' }),
      'spec.tags.team: differs from "Team" by case only',
    ],
  ])('refuses %s', (_, edit, expected) => {
    const issues = issuesAfter(edit);
    expect(issues).toContainEqual(expect.stringContaining(expected));
    expect(issues).toHaveLength(1);
  });

  it('reports everything at once, across schema and rules', () => {
    const issues = issuesAfter(spec => {
      spec.metadata.nmae = 'x';
      spec.spec.accountId = 12;
      spec.spec.network.endpoint = { public: true };
      spec.spec.karpenter.nodePools[0].expireAfter = 'soon';
      spec.spec.karpenter.nodePools[1].name = 'general';
    });
    expect(issues).toHaveLength(5);
  });

  it.each([[null], ['text'], [[]], [42], [undefined]])(
    'refuses a document that is %p',
    input => {
      expect(collectClusterSpecIssues(input)).not.toEqual([]);
    },
  );

  it('quotes the number as it is written', () => {
    const text = fixture('payments-dev').replace(
      'profile: stable',
      'kubernetes: 1.30',
    );
    expect(readClusterSpecYaml(text).issues).toEqual([
      {
        path: 'spec.versions.kubernetes',
        message:
          'must be a string, but is the number 1.30: write it in quotes, "1.30"',
      },
    ]);
    expect(() => parseClusterSpecYaml(text)).toThrow(
      'The cluster spec has a problem:\nspec.versions.kubernetes: must be',
    );
  });

  it('says where YAML is broken', () => {
    expect(() => parseClusterSpecYaml('a: [1')).toThrow('is not valid YAML');
    expect(() => parseClusterSpecYaml('a: 1\na: 2')).toThrow('unique');
  });
});
