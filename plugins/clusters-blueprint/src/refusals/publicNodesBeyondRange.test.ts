import {
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { newClusterIssues } from './newClusterIssues';

const issuesOf = (network: Record<string, unknown>) =>
  newClusterIssues(
    resolveClusterSpec(
      parseClusterSpec({
        ...specs.minimal,
        spec: { ...specs.minimal.spec, network },
      }),
    ),
  );

describe('public nodes with secondary ranges', () => {
  it('are refused outside of the range that pods keep their addresses in', () => {
    expect(
      issuesOf({
        vpcCidr: '10.40.0.0/16',
        secondaryCidrs: ['10.41.0.0/16', '100.64.0.0/16'],
        nodesInPublicSubnets: true,
      }),
    ).toEqual([
      {
        code: 'public-nodes-masquerade-pods',
        path: 'spec.network.secondaryCidrs[1]',
        message: expect.stringContaining(
          '"100.64.0.0/16" lies outside of 10.0.0.0/8',
        ),
      },
    ]);
  });

  it.each([
    [
      'private nodes',
      { vpcCidr: '10.40.0.0/16', secondaryCidrs: ['100.64.0.0/16'] },
    ],
    [
      'ranges of one home',
      {
        vpcCidr: '10.40.0.0/16',
        secondaryCidrs: ['10.41.0.0/16'],
        nodesInPublicSubnets: true,
      },
    ],
    [
      'a VPC that is all shared space',
      {
        vpcCidr: '100.64.0.0/16',
        secondaryCidrs: ['100.65.0.0/16'],
        nodesInPublicSubnets: true,
      },
    ],
  ])('do not concern %s', (_, network) => {
    expect(issuesOf(network)).toEqual([]);
  });
});
