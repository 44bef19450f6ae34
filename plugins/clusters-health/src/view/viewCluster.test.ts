import { clusterViewSchema } from '@clusterworks/plugin-clusters-common';
import { noEniLimits } from '../model/addresses';
import { projectCapture } from '../kinds';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';
import { viewCluster } from './viewCluster';

function viewOf(name: string) {
  const capture = readRecorded(name);
  return viewCluster(projectCapture(capture), capture.capturedAt);
}

describe('viewCluster on recorded clusters', () => {
  const names = recordedPresent ? Object.keys(readTruth()) : ['(absent)'];
  const each = recordedPresent ? it.each(names) : it.skip.each(names);
  const run = recordedPresent ? it : it.skip;

  each('%s fits the contract', name => {
    const view = viewOf(name);
    expect(clusterViewSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(
      JSON.parse(JSON.stringify(view)),
    );
  });

  run('shows a settled cluster', () => {
    const view = viewOf('cilium-healthy');
    expect(view.versions).toEqual({
      kubernetes: '1.35.4',
      karpenter: '1.14.1',
      cilium: '1.19.7',
    });
    expect(view.nodes).toEqual({ certainty: 'exact', value: 5 });
    expect(view.nodesNotReady).toEqual({ certainty: 'exact', value: 0 });
    // Every node holds used + 8 addresses.
    expect(view.cilium.addressesWarm).toEqual({
      certainty: 'exact',
      value: 40,
    });
    expect(view.cilium.stuck).toEqual([]);
    expect(view.karpenter.nodeClaims?.map(claim => claim.stage)).toEqual([
      'ready',
      'ready',
      'ready',
    ]);
  });

  run('reads the address demand in the format of Cilium 1.20', () => {
    const view = viewOf('cilium-healthy-1.20');
    expect(view.cilium.addressesWarm).toEqual({
      certainty: 'exact',
      value: 40,
    });
    expect(view.cilium.nodes[0].used).toEqual({ certainty: 'exact', value: 4 });
  });

  run('does not count addresses in a release handshake as free', () => {
    const view = viewOf('cilium-excess-release');
    // One node has 40 addresses, 8 of them used and 12 being released, so 20
    // are free; each of the other four nodes has 8 free ones.
    expect(view.cilium.addressesWarm).toEqual({
      certainty: 'exact',
      value: 52,
    });
  });

  run(
    'says that the number of free addresses in a full subnet is unknown',
    () => {
      const view = viewOf('cilium-subnet-exhausted');
      const subnet = view.cilium.subnets?.find(one => one.refused);
      expect(subnet).toMatchObject({
        subnetId: 'subnet-0c1a000000000001a',
        usable: { certainty: 'exact', value: 4091 },
        room: {
          addresses: { certainty: 'unknown' },
          nodes: { certainty: 'unknown' },
        },
        refused: { nodes: ['ip-10-40-14-193.eu-west-1.compute.internal'] },
      });
      expect(view.cilium.stuck).toMatchObject([
        {
          node: 'ip-10-40-14-193.eu-west-1.compute.internal',
          what: 'noAddresses',
        },
      ]);
      expect(
        view.karpenter.nodeClaims?.filter(claim => claim.stage === 'network'),
      ).toHaveLength(1);
    },
  );

  run('gives the capacity only when the instance type is known', () => {
    const { nodes } = viewOf('cilium-healthy').cilium;
    const large = nodes.find(node => node.instanceType === 'm6i.large');
    expect(large?.capacity).toEqual({ certainty: 'exact', value: 27 });
    const capture = readRecorded('cilium-healthy');
    const now = capture.capturedAt;
    const view = viewCluster(projectCapture(capture), now, noEniLimits);
    expect(view.cilium.nodes[0].capacity).toEqual({
      certainty: 'unknown',
      reason: 'limits of m6i.large are not known',
      code: 'noLimits',
      params: { instanceType: 'm6i.large' },
    });
  });

  run('shows the subnets and images of an EC2NodeClass', () => {
    const [nodeClass] =
      viewOf('cilium-subnet-exhausted').karpenter.nodeClasses ?? [];
    const left = Object.fromEntries(
      nodeClass.subnets.map(subnet => [subnet.zone, subnet.room?.certainty]),
    );
    expect(left).toMatchObject({
      'eu-west-1a': 'unknown',
      'eu-west-1b': 'atMost',
    });
    const [ami] = viewOf('healthy').karpenter.nodeClasses?.[0].amis ?? [];
    expect(ami).toMatchObject({ deprecated: false, releasedOn: '2026-11-01' });
  });

  run('lists drifted nodes that pods hold', () => {
    const { heldNodes } = viewOf('drift-replacing').karpenter;
    expect(heldNodes?.length).toBeGreaterThan(0);
    expect(heldNodes?.map(({ why }) => why)).toContain('drifted');
  });

  run('groups waiting pods by the message of Karpenter', () => {
    expect(viewOf('limit-reached').karpenter.pending).toMatchObject([
      { cause: 'every NodePool is at its limit', count: 1 },
    ]);
    expect(viewOf('cilium-healthy').karpenter.pending).toEqual([]);
  });

  run('evaluates budgets', () => {
    const [pool] = viewOf('healthy').karpenter.nodePools;
    expect(pool.disruption?.budgets[0]).toMatchObject({ active: true });
    expect(pool.disruption?.allowedNow.map(({ reason }) => reason)).toEqual([
      'Underutilized',
      'Empty',
      'Drifted',
    ]);
  });

  run('shows why a pool cannot grow', () => {
    const [pool] = viewOf('limit-reached').karpenter.nodePools;
    expect(pool.effectiveLimit).toMatchObject({
      resource: 'cpu',
      left: 0,
      fits: false,
    });
  });
});
