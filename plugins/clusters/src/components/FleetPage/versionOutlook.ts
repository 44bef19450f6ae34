import { type FleetRow } from '@clusterworks/plugin-clusters-common';
import {
  checkVersions,
  ciliumLines,
  compareMinors,
  type ComponentLine,
  karpenterLines,
  kubernetesLines,
  minorOf,
  supportEndOf,
} from '@clusterworks/plugin-clusters-spec';

/** The components whose versions move together. */
export const COMPONENTS = ['kubernetes', 'karpenter', 'cilium'] as const;
/** One of the components whose versions move together. */
export type Component = (typeof COMPONENTS)[number];

/** End of support and next release line of one component's version. */
export type VersionOutlook = {
  /** As it was observed. */
  version: string;
  /** Clusterworks knows this release line. */
  isKnown: boolean;
  /** End of support as its makers publish it, YYYY-MM-DD. */
  supportUntil?: string;
  /** Support has ended. */
  isPast: boolean;
  /** The next release line, if there is one. */
  next?: {
    version: string;
    /** What must change before that; absent when that cannot be known. */
    blockers?: string[];
    /** Components whose version was not observed. */
    unseen: Component[];
  };
};

const LINES: Record<Component, readonly { minor: string; newest: string }[]> = {
  kubernetes: kubernetesLines.map(({ minor }) => ({ minor, newest: minor })),
  karpenter: karpenterLines.map(lineOf),
  cilium: ciliumLines.map(lineOf),
};

function lineOf({ line, newest }: ComponentLine) {
  return { minor: line, newest };
}

/**
 * What keeps a component from its next line while the other components stay as
 * they are. For Kubernetes this may be any other component; for another
 * component only the component itself.
 */
function blockersOf(
  component: Component,
  observed: Record<Component, string>,
  next: string,
): string[] {
  const versions = {
    ...observed,
    kubernetes: minorOf(observed.kubernetes) ?? '',
    [component]: next,
  };
  return checkVersions(versions)
    .errors.filter(
      error => component === 'kubernetes' || error.component === component,
    )
    .map(({ message }) => message);
}

/**
 * When the support of a component's version ends, and what keeps it from the
 * next line. Only observed versions count: a cluster that was not read has no
 * outlook. The version matrix judges, as it does when a cluster is made.
 *
 * @param today - YYYY-MM-DD
 * @returns `undefined` when the component's version was not observed
 */
export function versionOutlook(
  row: Pick<FleetRow, 'versions'>,
  component: Component,
  today: string,
): VersionOutlook | undefined {
  const { observed: version } = row.versions[component];
  const minor = minorOf(version);
  if (version === undefined || minor === undefined) {
    return undefined;
  }
  const lines = LINES[component];
  const following = lines
    .filter(line => compareMinors(line.minor, minor) > 0)
    .sort((a, b) => compareMinors(a.minor, b.minor))[0];
  const supportUntil = supportEndOf(component, minor);
  return {
    version,
    isKnown: lines.some(line => line.minor === minor),
    supportUntil,
    isPast: supportUntil !== undefined && supportUntil < today,
    next: following && nextOf(row, component, following.newest),
  };
}

function nextOf(
  { versions }: Pick<FleetRow, 'versions'>,
  component: Component,
  version: string,
): VersionOutlook['next'] {
  const { kubernetes, karpenter, cilium } = versions;
  // Kubernetes waits for all others, each other one for Kubernetes alone.
  const needed: readonly Component[] =
    component === 'kubernetes' ? COMPONENTS : [component, 'kubernetes'];
  const unseen = needed.filter(each => !versions[each].observed);
  if (unseen.length > 0) {
    return { version, unseen };
  }
  const observed = {
    kubernetes: kubernetes.observed ?? '',
    karpenter: karpenter.observed ?? '',
    cilium: cilium.observed ?? '',
  };
  return {
    version,
    unseen,
    blockers: blockersOf(component, observed, version),
  };
}
