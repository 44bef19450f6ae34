import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { isRecord } from '../plan/isRecord';
import { sharedRecordOf } from '../plan/ownedPaths';
import { addonModules } from '../terraform/addonLocals';

/**
 * What a change of shared files does to clusters.
 *
 * @public
 */
export type SharedEffect = {
  /** Completes "a change of these files …". */
  effect: string;
  files: string[];
  /** Names of the clusters that use the files. */
  clusters: string[];
};

type Spec = ReturnType<typeof resolveClusterSpec>['spec'];

type Rule = {
  path: RegExp;
  effect: string;
  concerns: (spec: Spec) => boolean;
};

const everyone = () => true;
const nobody = () => false;
const isGpu = ({ karpenter }: Spec) =>
  karpenter.nodePools.some(({ preset }) => preset === 'gpu');

const addonRules: Rule[] = Object.entries(addonModules).map(
  ([addon, module]) => ({
    path: new RegExp(`^terraform/modules/${module}/`),
    effect: `changes the add-on ${module} at the next apply`,
    concerns: ({ addons }: Spec) =>
      addons[addon as keyof typeof addonModules].enabled,
  }),
);

/** The first rule that matches a path decides. */
const rules: readonly Rule[] = [
  {
    path: /^platform\/karpenter\/node(classes|pools)\//,
    effect:
      'replaces the nodes of the pools that use them, within the disruption budgets, once the overlay is applied',
    concerns: everyone,
  },
  {
    path: /^platform\/karpenter\//,
    effect: 'restarts Karpenter at the next apply, and replaces no node',
    concerns: everyone,
  },
  {
    path: /^platform\/cilium\//,
    effect: 'restarts the Cilium agents of all nodes at the next apply',
    concerns: everyone,
  },
  {
    path: /^platform\/addons\/nvidia-device-plugin\//,
    effect: 'restarts the device plugin on GPU nodes',
    concerns: isGpu,
  },
  {
    path: /^platform\/addons\/efa-device-plugin\//,
    effect: 'restarts the device plugin on nodes with EFA',
    concerns: ({ karpenter }) =>
      karpenter.nodePools.some(({ efa }) => efa !== undefined),
  },
  {
    path: /^platform\/addons\/storage\//,
    effect: 'changes the StorageClass; volumes that exist stay as they are',
    concerns: ({ addons }) => addons.ebsCsiDriver.enabled,
  },
  {
    path: /^platform\/addons\/dashboards\//,
    effect: 'changes dashboards only',
    concerns: ({ observability }) => observability.dashboards,
  },
  {
    path: /^policies\//,
    effect:
      'changes at once which connections are allowed in labelled namespaces',
    concerns: ({ cilium }) => cilium.networkPolicies === 'baseline',
  },
  {
    path: /^gitops\//,
    effect: 'changes what Argo CD syncs, once it is applied to the hub',
    concerns: ({ gitops }) => gitops.argocd,
  },
  {
    path: /^terraform\/modules\/argocd_registration\//,
    effect: 'changes the registration with Argo CD at the next apply',
    concerns: ({ gitops }) => gitops.argocd,
  },
  ...addonRules,
  {
    path: /^terraform\/modules\/system_nodes\//,
    effect: 'may replace the system nodes at the next apply: read the plan',
    concerns: everyone,
  },
  {
    path: /^terraform\/modules\//,
    effect: 'is applied with the next plan of each root: read the plan',
    concerns: everyone,
  },
  {
    path: /^terraform\/bootstrap\//,
    effect: 'does nothing until the account is prepared anew, by hand',
    concerns: nobody,
  },
  { path: /^/, effect: 'changes no cluster', concerns: nobody },
];

/**
 * Says for changed files which clusters they change, and how: whose nodes or
 * agents they roll, and for whom only a plan differs.
 *
 * @param paths - changed files; those that are not shared are ignored
 * @param fleet - the specs of all clusters of the repository
 *
 * @public
 */
export function sharedEffects(
  paths: readonly string[],
  fleet: readonly ClusterSpec[],
): SharedEffect[] {
  const resolved = fleet.map(each => resolveClusterSpec(each));
  const shared = paths.filter(
    path => sharedRecordOf(path) !== undefined && !isRecord(path),
  );
  const filesOf = new Map<Rule, string[]>();
  for (const path of [...shared].sort()) {
    const rule = rules.find(each => each.path.test(path));
    if (rule) {
      filesOf.set(rule, [...(filesOf.get(rule) ?? []), path]);
    }
  }
  return rules.flatMap(rule => {
    const files = filesOf.get(rule);
    return files
      ? [
          {
            effect: rule.effect,
            files,
            clusters: resolved
              .filter(({ spec }) => rule.concerns(spec))
              .map(({ metadata }) => metadata.name)
              .sort(),
          },
        ]
      : [];
  });
}
