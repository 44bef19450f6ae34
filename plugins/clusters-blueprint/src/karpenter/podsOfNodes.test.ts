import {
  assess,
  projectCapture,
  type ClusterCapture,
} from '@clusterworks/plugin-clusters-health';
import {
  type InstanceType,
  instanceTypes,
  meetsRequirement,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import fc from 'fast-check';
import { specs } from '../__testUtils__/specs';
import { karpenterManifests } from './karpenterOverlay';

const NOW = '2026-11-22T10:00:00Z';
/** Cilium's agent, its Envoy and the Pod Identity agent need no address. */
const DAEMONS = ['cilium', 'cilium-envoy', 'eks-pod-identity-agent'];

const families = [...new Set(instanceTypes.map(({ family }) => family))];

interface Kubelet {
  maxPods: number;
  podsPerCore?: number;
}

/** The pools of a spec: types that each may launch, and its kubelet. */
function launches(pool: object, prefixDelegation: boolean) {
  const manifests = karpenterManifests(
    resolveClusterSpec(
      parseClusterSpec({
        ...specs.minimal,
        spec: {
          ...specs.minimal.spec,
          cilium: { prefixDelegation },
          karpenter: { nodePools: [{ name: 'any', ...pool }] },
        },
      }),
    ),
  ) as any[];
  const classOf = (name: string) =>
    manifests.find(
      ({ kind, metadata }) => kind === 'EC2NodeClass' && metadata.name === name,
    );
  return manifests
    .filter(({ kind }) => kind === 'NodePool')
    .map(({ spec: { template } }) => ({
      kubelet: classOf(template.spec.nodeClassRef.name).spec.kubelet as Kubelet,
      types: instanceTypes.filter(type =>
        template.spec.requirements.every(
          (requirement: never) => meetsRequirement(type, requirement) ?? true,
        ),
      ),
    }));
}

/** A cluster with one node of each type. */
function clusterOf(
  types: readonly InstanceType[],
  { maxPods, podsPerCore = Infinity }: Kubelet,
  prefixDelegation: boolean,
): ClusterCapture {
  const kubeSystem = (name: string) => ({
    metadata: { name, namespace: 'kube-system' },
  });
  const items = {
    nodes: types.map(({ name, vcpus = Infinity }) => ({
      metadata: { name },
      status: {
        allocatable: { pods: String(Math.min(maxPods, podsPerCore * vcpus)) },
      },
    })),
    'ciliumnodes.cilium.io': types.map(({ name }) => ({
      metadata: { name },
      spec: { eni: { 'instance-type': name, 'first-interface-index': 0 } },
    })),
    pods: types.flatMap(({ name }) =>
      DAEMONS.map(daemon => ({
        ...kubeSystem(`${daemon}-${name}`),
        spec: { nodeName: name, hostNetwork: true },
      })),
    ),
    configmaps: [
      {
        ...kubeSystem('cilium-config'),
        data: {
          ipam: 'eni',
          'aws-enable-prefix-delegation': String(prefixDelegation),
        },
      },
    ],
  };
  return {
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: 'any',
    capturedAt: NOW,
    resources: Object.entries(items).map(([resource, all]) => ({
      resource,
      state: 'ok',
      items: all,
    })),
  };
}

it('no node of a rendered pool admits more pods than it has addresses for', () => {
  let judged = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom({ preset: 'general' }, { preset: 'gpu' }),
        fc.record({
          preset: fc.constant('custom'),
          instanceFamilies: fc.uniqueArray(fc.constantFrom(...families), {
            minLength: 1,
            maxLength: 4,
          }),
        }),
      ),
      fc.boolean(),
      (pool, prefixDelegation) => {
        for (const { types, kubelet } of launches(pool, prefixDelegation)) {
          const { checks } = assess(
            projectCapture(clusterOf(types, kubelet, prefixDelegation)),
            undefined,
            NOW,
          ).assessment;
          const check = checks.find(({ code }) => code === 'karpenter/L12');
          expect(check?.state).toBe('pass');
          judged += types.length;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(judged).toBeGreaterThan(500);
});
