import {
  type ClusterSpec,
  parseClusterSpec,
  parseClusterSpecYaml,
  resolveClusterSpec,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { renderCluster } from '../renderCluster';
import { addonsOf } from './__testUtils__/awsTexts';
import { describedCluster } from './__testUtils__/describedCluster';
import { type ImportedCluster, importCluster } from './importCluster';

/** What AWS tells although the spec left it to a default of AWS. */
function withFactsOfAws(spec: ClusterSpec): ClusterSpec {
  const addons: Record<string, object> = { ...spec.spec.addons };
  for (const { field, version } of addonsOf(resolveClusterSpec(spec).spec)) {
    addons[field] = { ...addons[field], version };
  }
  return parseClusterSpec({
    ...spec,
    spec: { ...spec.spec, addons, accountId: '123456789012' },
  });
}

/** The cluster of a spec, as it is after the first render and apply. */
const clusterOf = (name: string) =>
  withFactsOfAws(renderCluster(specs[name]).spec);

const valueAt = (resolved: ResolvedClusterSpec, path: string) =>
  path.split('.').reduce<any>((value, key) => value?.[key], resolved);

/** Imports, and answers what is asked with the values of the spec. */
function importAnswered(spec: ClusterSpec) {
  const { resolved, input } = describedCluster(spec);
  const answers = new Map<string, unknown>();
  let found: ImportedCluster = importCluster({ ...input, answers });
  while (found.questions.length > 0) {
    for (const { path } of found.questions) {
      answers.set(path, valueAt(resolved, path) ?? null);
    }
    found = importCluster({ ...input, answers });
  }
  return { ...found, asked: [...answers.keys()] };
}

/** The files of the cluster that do not show how its spec is written. */
function filesOf(spec: ClusterSpec) {
  return Object.fromEntries(
    Object.entries(renderCluster(spec).files).filter(
      ([path]) => !/\/(cluster\.yaml|\.generated\.json)$/.test(path),
    ),
  );
}

const lessOne = ([value]: string[] = []) => [String(Number(value) - 1)];

/**
 * The spec without what no fact tells: the profile that the versions came from;
 * the version of a hub that the cluster has not; which of two presets a pool
 * has whose settings of nodes are its own; that `Gte 100` was written for the
 * `Gt 99` that is rendered.
 */
function knowable(spec: ClusterSpec) {
  const { spec: given, ...rest } = resolveClusterSpec(spec);
  const { profile: _profile, argocd, ...versions } = given.versions;
  return {
    ...rest,
    spec: {
      ...given,
      versions: { ...versions, argocd: given.gitops.argocd && argocd },
      karpenter: {
        ...given.karpenter,
        nodePools: given.karpenter.nodePools.map(pool => ({
          ...pool,
          preset:
            pool.preset === 'general' && pool.amiFamily === 'bottlerocket'
              ? 'custom'
              : pool.preset,
          requirements: pool.requirements.map(each =>
            each.operator === 'Gte'
              ? { ...each, operator: 'Gt', values: lessOne(each.values) }
              : each,
          ),
        })),
      },
    },
  };
}

/** What is asked of every cluster that the blueprint made. */
const alwaysAsked = [
  'spec.cilium.networkPolicies',
  'spec.karpenter.registryMirrors',
  'spec.observability.serviceMonitors',
  'spec.observability.dashboards',
  'spec.gitops.argocd',
];

/**
 * Specs that an import does not give again, with what it names: the facts of a
 * NodeClass do not hold its network interfaces, and a pool that is being
 * emptied is no pool to begin with.
 */
const named: Record<string, string> = {
  efa: 'NodePool/training nodeClassRef.name',
  draining: 'spec.karpenter.nodePools[1].limits.cpu',
};

describe('importCluster', () => {
  it.each(Object.entries(named))('names what differs of %s', (name, what) => {
    const { differences } = importAnswered(clusterOf(name));
    expect(differences.map(each => each.what)).toContain(what);
  });

  it.each(Object.keys(specs).filter(name => !Object.hasOwn(named, name)))(
    'gives the spec of %s again, and the same files',
    name => {
      const spec = clusterOf(name);
      const found = importAnswered(spec);
      expect([found.problems, found.differences]).toEqual([[], []]);
      expect(knowable(found.spec!)).toEqual(knowable(spec));
      expect(filesOf(found.spec!)).toEqual(filesOf(spec));
      expect(parseClusterSpecYaml(found.yaml!)).toEqual(found.spec);
    },
  );

  it.each<[string, string[]]>([
    [
      'minimal',
      [
        'spec.network.ipamPoolId',
        'spec.addons.ebsCsiDriver.kmsKeyArn',
        'spec.addons.loadBalancerController.version',
      ],
    ],
    [
      'existing-vpc',
      [
        'spec.addons.ebsCsiDriver.kmsKeyArn',
        'spec.addons.loadBalancerController.version',
      ],
    ],
    [
      'mesh',
      [
        'spec.network.ipamPoolId',
        'spec.cilium.clusterMesh.peers',
        'spec.cilium.clusterMesh.peerCidrs',
        'spec.addons.ebsCsiDriver.kmsKeyArn',
        'spec.addons.loadBalancerController.version',
      ],
    ],
    [
      'everything',
      [
        'spec.network.ipamPoolId',
        'spec.addons.ebsCsiDriver.kmsKeyArn',
        'spec.addons.externalDns.hostedZoneIds',
        'spec.addons.externalDns.domains',
        'spec.addons.certManager.hostedZoneIds',
        'spec.addons.loadBalancerController.version',
        'spec.versions.argocd',
        'spec.gitops.handedOver',
      ],
    ],
  ])('asks of %s only what neither AWS nor a capture tells', (name, more) => {
    const { asked } = importAnswered(clusterOf(name));
    expect(asked.sort()).toEqual([...alwaysAsked, ...more].sort());
  });
});
