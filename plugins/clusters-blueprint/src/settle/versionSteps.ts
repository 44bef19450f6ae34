import {
  type ClusterSpecIssue,
  compareMinors,
  resolveVersions,
  type VersionsSpec,
} from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';
import {
  type EarlierRender,
  type SteppedComponent,
  steppedComponents,
} from './earlierRender';

const titles: Record<SteppedComponent, string> = {
  kubernetes: 'Kubernetes',
  karpenter: 'Karpenter',
  cilium: 'Cilium',
};

/**
 * Karpenter may skip minors of 1.x; upgrades of these two are tested only from
 * one minor to the next.
 */
const oneMinorAtATime: readonly SteppedComponent[] = ['kubernetes', 'cilium'];

type Step = { component: SteppedComponent; from: string; to: string };

function minorNumber(version: string): number {
  return semver.coerce(version)?.minor ?? NaN;
}

function isDowngrade({ from, to }: Step): boolean {
  const [before, after] = [semver.coerce(from), semver.coerce(to)];
  return before && after
    ? semver.lt(after, before)
    : compareMinors(to, from) < 0;
}

function stepProblem(step: Step): string | undefined {
  const { component, from, to } = step;
  const move = `${titles[component]} would go from ${from} to ${to}`;
  if (isDowngrade(step)) {
    return component === 'kubernetes'
      ? `${move}: EKS has no way back`
      : `${move}, an older one: what the newer one stored may not be read`;
  }
  return oneMinorAtATime.includes(component) &&
    minorNumber(to) - minorNumber(from) > 1
    ? `${move} and skip a minor: it moves one at a time`
    : undefined;
}

/**
 * Problems of the change of versions since the cluster was rendered: a skipped
 * minor, a downgrade, or several components in one step.
 */
export function versionStepIssues(
  versions: VersionsSpec | undefined,
  earlier: EarlierRender | undefined,
): ClusterSpecIssue[] {
  const next = resolveVersions(versions);
  const steps = steppedComponents.flatMap((component): Step[] => {
    const from = earlier?.versions[component];
    const to = next[component];
    return from !== undefined && from !== to ? [{ component, from, to }] : [];
  });
  const issues = steps.flatMap(step => {
    const message = stepProblem(step);
    return message
      ? [{ path: `spec.versions.${step.component}`, message }]
      : [];
  });
  return steps.length > 1
    ? [
        ...issues,
        {
          path: 'spec.versions',
          message: `${steps
            .map(
              ({ component, from, to }) =>
                `${titles[component]} ${from} to ${to}`,
            )
            .join(
              ', ',
            )} in one step: when something breaks nobody knows which it was, so one at a time, in this order: Karpenter, Kubernetes, Cilium`,
        },
      ]
    : issues;
}
