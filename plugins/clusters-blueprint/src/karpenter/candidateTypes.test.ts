import {
  candidateTypes,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { collectWarnings } from '../warnings/collectWarnings';
import { karpenterManifests } from './karpenterOverlay';

type Pool = Record<string, unknown>;

const resolved = (pool: Pool) =>
  resolveClusterSpec(
    parseClusterSpec({
      ...specs.minimal,
      spec: {
        ...specs.minimal.spec,
        karpenter: { nodePools: [{ name: 'gpu', ...pool }] },
      },
    }),
  );
const warningsOf = (pool: Pool) =>
  collectWarnings(resolved(pool)).map(({ message }) => message);

describe('pods of a node', () => {
  const nodesOf = (pool: Pool) => {
    const manifests = karpenterManifests(resolved(pool)) as any[];
    return {
      kubelet: manifests.find(({ kind }) => kind === 'EC2NodeClass').spec
        .kubelet,
      requirements: manifests.find(({ kind }) => kind === 'NodePool').spec
        .template.spec.requirements,
    };
  };
  const leftOut = {
    key: 'karpenter.k8s.aws/instance-size',
    operator: 'NotIn',
    values: ['micro', 'nano'],
  };

  it('are more than a handful where t types are allowed', () => {
    const { kubelet, requirements } = nodesOf({
      preset: 'custom',
      instanceFamilies: ['t3'],
    });
    expect(kubelet.maxPods).toBeGreaterThan(30);
    expect(requirements).toContainEqual(leftOut);
    expect(
      warningsOf({ preset: 'custom', instanceFamilies: ['t3'] }),
    ).toContainEqual(
      expect.stringContaining('does not launch size micro, size nano:'),
    );
  });

  it('are those of the types that a number of CPUs or memory leaves', () => {
    for (const requirement of [
      { key: 'karpenter.k8s.aws/instance-cpu', operator: 'Gt', values: ['3'] },
      {
        key: 'karpenter.k8s.aws/instance-memory',
        operator: 'Gte',
        values: ['8192'],
      },
    ]) {
      const pool = { preset: 'custom', requirements: [requirement] };
      expect(nodesOf(pool).kubelet.maxPods).toBeGreaterThan(27);
      // The pool allows none of these sizes anyway.
      expect(nodesOf(pool).requirements).not.toContainEqual(leftOut);
      expect(nodesOf(pool).requirements).toContainEqual({
        key: 'node.kubernetes.io/instance-type',
        operator: 'NotIn',
        values: expect.arrayContaining(['g4ad.xlarge', 'd3.xlarge']),
      });
    }
  });

  it('stay the same for a pool that allows only small types', () => {
    const tiny = {
      preset: 'custom',
      instanceFamilies: ['t3'],
      requirements: [
        {
          key: 'karpenter.k8s.aws/instance-size',
          operator: 'In',
          values: ['nano'],
        },
      ],
    };
    expect(nodesOf(tiny).kubelet).toEqual({ maxPods: 3 });
    expect(
      candidateTypes(resolved(tiny).spec.karpenter.nodePools[0], {
        prefixDelegation: false,
      }).map(({ name }) => name),
    ).toEqual(['t3.nano']);
  });
});
