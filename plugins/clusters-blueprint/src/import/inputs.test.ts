import { fuzzFor, fuzzSettings, spoil } from '@clusterworks/fuzz';
import fc from 'fast-check';
import {
  type ClusterChange,
  changedCluster,
} from './__testUtils__/changedCluster';
import { importCluster } from './importCluster';

const importOf = (change: ClusterChange) => () =>
  importCluster(changedCluster(change));
const away = () => undefined;

describe('inputs that cannot be read are refused, all problems at once', () => {
  it.each<[string, ClusterChange, string[]]>([
    ['no cluster', { aws: { 'describe-cluster': away } }, ['given 0 times']],
    [
      'two clusters',
      { add: { b: { cluster: clusterNamed('b') } } },
      ['given 2 times'],
    ],
    [
      'missing lists, VPC and subnets',
      {
        aws: {
          'list-addons': away,
          'list-nodegroups': away,
          'describe-vpcs': away,
          'describe-subnets': away,
        },
      },
      [
        'aws ec2 describe-vpcs with vpc-0123456789abcdef0 is missing',
        'aws ec2 describe-subnets with subnet-0123456789abcde10 is missing',
        'aws eks list-nodegroups is missing',
        'aws eks list-addons is missing',
      ],
    ],
    [
      'an add-on that was listed only, and one that was not',
      {
        aws: { 'list-addons': () => ({ addons: ['coredns', 'x'] }) },
      },
      [
        'aws eks describe-addon for x is missing',
        'is of eks-pod-identity-agent, which the list',
      ],
    ],
    [
      'outputs of another cluster',
      {
        aws: {
          'describe-nodegroup': output => {
            output.nodegroup.clusterName = 'other';
            return output;
          },
        },
      },
      ['aws eks describe-nodegroup is of the cluster other, not of minimal'],
    ],
    [
      'a capture of another minor and region',
      {
        with: { serverVersion: 'v1.30.1-eks-1a2b3c4' },
        capture: {
          nodes: ([node]) => {
            node.metadata.labels['topology.kubernetes.io/zone'] = 'us-east-1a';
            return [node];
          },
        },
      },
      ['the capture is of Kubernetes 1.30', 'are in us-east-1a, minimal is in'],
    ],
    [
      'a capture without pools and classes',
      {
        capture: {
          'nodepools.karpenter.sh': away,
          'ec2nodeclasses.karpenter.k8s.aws': away,
        },
      },
      ['the capture has no nodepools', 'the capture has no ec2nodeclasses'],
    ],
    [
      'classes with subnets of another VPC',
      {
        capture: {
          'ec2nodeclasses.karpenter.k8s.aws': ([nodeClass]) => {
            nodeClass.status.subnets = [{ id: 'subnet-0' }];
            return [nodeClass];
          },
        },
      },
      ['EC2NodeClass/default uses subnet-0, which the output of aws ec2'],
    ],
    [
      'outputs that are cut off, or none',
      {
        add: {
          'a.json': { Subnets: [], NextToken: 'x' },
          'b.json': { Secret: 'x' },
          'c.json': [],
          'd.json': { cluster: 1, Subnets: [] },
        },
      },
      [
        'a.json is incomplete',
        'b.json is not the output of',
        'c.json is no JSON object',
        'd.json is not the output of',
      ],
    ],
    [
      'values of the wrong type and size',
      {
        add: {
          'a.json': { Subnets: [{ SubnetId: 1 }] },
          'b.json': { addons: Array(6_000).fill('x') },
          'c.json': { nodegroups: ['x'.repeat(3_000)] },
          'd.json': { Role: { Arn: 'x', PermissionsBoundary: 'y' } },
        },
      },
      [
        'a.json Subnets.0.SubnetId: ',
        'b.json addons: ',
        'c.json nodegroups.0: ',
        'd.json Role.PermissionsBoundary: ',
      ],
    ],
  ])('%s', (_name, change, expected) => {
    for (const text of expected) {
      expect(importOf(change)).toThrow(text);
    }
  });

  it('files that are too large, too many, or no JSON', () => {
    const input = changedCluster({});
    const withFiles = (...aws: { name: string; text: string }[]) =>
      importCluster({ ...input, aws });
    expect(() =>
      withFiles(
        { name: 'big', text: ' '.repeat(9 * 1024 * 1024) },
        { name: 'text', text: 'aws: error' },
      ),
    ).toThrow(/big has 9437184 characters[^]*text is no JSON object/);
    expect(() =>
      withFiles(...Array(1_001).fill({ name: 'x', text: '{}' })),
    ).toThrow('1001 files');
  });

  it('tags and names that are code stay text, or are refused', () => {
    const { problems } = importCluster(
      changedCluster({
        aws: {
          'describe-cluster': output =>
            JSON.parse(
              JSON.stringify(output).replace(
                '"tags":{',
                '"tags":{"__proto__":"x","a\\nb: c":"${x}","k":"v",',
              ),
            ),
        },
        capture: {
          'nodepools.karpenter.sh': items => {
            items[0].spec.template.metadata = {
              labels: JSON.parse('{"__proto__":"x","a\\nb":"c"}'),
            };
            return items;
          },
        },
      }),
    );
    expect(problems.map(({ path }) => path)).toContainEqual(
      expect.stringContaining('spec.tags'),
    );
    expect(({} as any).x).toBeUndefined();
  });

  const { seconds, seed } = fuzzSettings({ seconds: 2 });

  it(
    'end in words, whatever the outputs and the capture hold',
    async () => {
      const input = changedCluster({ spec: 'general-gpu' });
      const outputs = input.aws.map(({ text }) => JSON.parse(text));
      const check = ({ outputs: spoilt, capture }: any) => {
        const aws = spoilt.map((value: unknown, at: number) => ({
          name: `${at}`,
          text: JSON.stringify(value) ?? '',
        }));
        expect(
          nameOfError(() =>
            importCluster({ aws, capture: { ...input.capture, ...capture } }),
          ),
        ).toMatch(/^(none|InputError)$/);
      };
      const { resources } = input.capture;
      const change = fc.tuple(
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.oneof(
          fc.constantFrom(
            ...['__proto__', '\u0000', 'x'.repeat(5_000)],
            -1,
            1e21,
          ),
          fc.anything({ maxDepth: 3 }),
        ),
      );
      const cost = await fuzzFor(
        fc.tuple(fc.nat(), change, change).map(([at, ofAws, ofCapture]) => ({
          outputs: outputs.map((output, index) =>
            index === at % outputs.length ? spoil(output, ...ofAws) : output,
          ),
          capture: {
            resources: resources.map(each => {
              const items = spoil(each.items, ...ofCapture);
              return Array.isArray(items) ? { ...each, items } : each;
            }),
          },
        })),
        check,
        { seconds, seed },
      );
      expect(cost.longestTurnMs).toBeLessThan(5_000);
    },
    seconds * 1_000 + 60_000,
  );
});

function clusterNamed(name: string) {
  return {
    name,
    arn: `arn:aws:eks:eu-west-1:123456789012:cluster/${name}`,
    version: '1.35',
    roleArn: 'arn:aws:iam::123456789012:role/x',
    resourcesVpcConfig: {
      vpcId: 'vpc-1',
      subnetIds: [],
      endpointPublicAccess: false,
      endpointPrivateAccess: true,
    },
  };
}

function nameOfError(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return (error as Error).name;
  }
}
