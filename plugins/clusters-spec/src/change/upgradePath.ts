import semver from 'semver';
import {
  checkVersions,
  ciliumLines,
  type ComponentLine,
  karpenterLines,
  kubernetesLines,
  minorOf,
} from '../versions';

/** Versions of the components of a cluster. */
type Versions = { kubernetes: string; karpenter: string; cilium: string };

/**
 * One step of an upgrade: one component, which is one pull request.
 *
 * @public
 */
export type UpgradeStep = {
  component: keyof Versions;
  from: string;
  to: string;
  /** Warnings of the version matrix about the versions after this step. */
  warnings: string[];
};

/** The order of upgrades where the version matrix allows several. */
const components = ['karpenter', 'kubernetes', 'cilium'] as const;

/** An untested set of versions costs as much as this many additional steps. */
const COST_OF_WARNING = 10;

type Place = { versions: Versions; cost: number; steps: UpgradeStep[] };

function order(left: string, right: string): number {
  return semver.compare(
    semver.coerce(left) ?? '0.0.0',
    semver.coerce(right) ?? '0.0.0',
  );
}

/**
 * Releases on the way from one version to another: the newest of each line
 * between them, and the target.
 */
function releasesBetween(
  lines: readonly ComponentLine[],
  from: string,
  to: string,
): string[] {
  return [
    ...lines
      .map(({ newest }) => newest)
      .filter(release => order(release, from) > 0 && order(release, to) < 0),
    to,
  ].filter(release => order(release, from) > 0);
}

/**
 * The versions that a component can move to in one step, on the way to a
 * version.
 */
function nextReleases(
  component: keyof Versions,
  from: string,
  to: string,
): string[] {
  if (component === 'kubernetes') {
    const minors = kubernetesLines.map(({ minor }) => minor);
    const next = minors[minors.indexOf(from) + 1];
    return next !== undefined && order(next, to) <= 0 ? [next] : [];
  }
  if (component === 'karpenter') {
    return releasesBetween(karpenterLines, from, to);
  }
  const lines = ciliumLines.map(({ line }) => line);
  const at = lines.indexOf(minorOf(from) ?? '');
  return releasesBetween(ciliumLines, from, to).filter(
    release => lines.indexOf(minorOf(release) ?? '') - at <= 1,
  );
}

function stepsFrom(
  { versions }: Place,
  to: Versions,
  today: string | undefined,
): UpgradeStep[] {
  return components.flatMap(component =>
    nextReleases(component, versions[component], to[component]).flatMap(
      release => {
        const next = { ...versions, [component]: release };
        const { errors, warnings } = checkVersions(next, today);
        return errors.length > 0
          ? []
          : [
              {
                component,
                from: versions[component],
                to: release,
                warnings: warnings
                  .filter(({ component: of }) => of === component)
                  .map(({ message }) => message),
              },
            ];
      },
    ),
  );
}

function keyOf({ kubernetes, karpenter, cilium }: Versions): string {
  return `${kubernetes} ${karpenter} ${cilium}`;
}

/**
 * The shortest way to newer versions, one component per step: Kubernetes and
 * Cilium one minor at a time, through no set of versions that the matrix
 * refuses, and through untested ones only where there is no other way. No
 * component goes back. The path is empty when there is nothing to do.
 *
 * @param today - YYYY-MM-DD; without it support dates are not looked at
 * @returns undefined when there is no way
 *
 * @public
 */
export function upgradePath(
  from: Versions,
  to: Versions,
  today?: string,
): UpgradeStep[] | undefined {
  // A component that is newer than the target stays: versions do not go back.
  const target: Versions = { ...from };
  for (const component of components) {
    if (order(to[component], from[component]) > 0) {
      target[component] = to[component];
    }
  }
  const { kubernetes, karpenter, cilium } = from;
  const open: Place[] = [
    { versions: { kubernetes, karpenter, cilium }, cost: 0, steps: [] },
  ];
  const done = new Set<string>();
  for (let place = open.shift(); place; place = open.shift()) {
    const { versions, cost, steps } = place;
    if (components.every(each => versions[each] === target[each])) {
      return steps;
    }
    if (done.has(keyOf(versions))) {
      continue;
    }
    done.add(keyOf(versions));
    for (const step of stepsFrom(place, target, today)) {
      const next = { ...versions, [step.component]: step.to };
      // An end of support does not change the path.
      const untested = checkVersions(next).warnings.length;
      open.push({
        versions: next,
        cost: cost + 1 + COST_OF_WARNING * untested,
        steps: [...steps, step],
      });
    }
    open.sort((a, b) => a.cost - b.cost);
  }
  return undefined;
}
