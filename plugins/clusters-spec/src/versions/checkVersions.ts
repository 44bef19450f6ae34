import semver from 'semver';
import type { ComponentLine } from './VersionLine';
import {
  argocdLines,
  ciliumLines,
  karpenterLines,
  knownBadReleases,
  kubernetesLines,
} from './versionData';
import { fitOf } from './fitOf';
import { compareMinors, minorOf } from './minors';
import { nearestCombination } from './nearestCombination';

/**
 * The versions of one cluster; Argo CD only when it manages the cluster.
 *
 * @public
 */
export type CheckedVersions = {
  kubernetes: string;
  karpenter: string;
  cilium: string;
  argocd?: string;
};

/**
 * An error or warning of the version matrix.
 *
 * @public
 */
export type VersionMessage = {
  code: string;
  /** The component that blocks, as it is called in `spec.versions`. */
  component: keyof CheckedVersions;
  message: string;
};

/**
 * What the version matrix says about a set of versions.
 *
 * @public
 */
export type VersionReport = {
  errors: VersionMessage[];
  warnings: VersionMessage[];
};

const components = [
  { key: 'karpenter', title: 'Karpenter', lines: karpenterLines },
  { key: 'cilium', title: 'Cilium', lines: ciliumLines },
  { key: 'argocd', title: 'Argo CD', lines: argocdLines },
] as const;

type Component = (typeof components)[number];

function describeRange({ kubernetes: [from, to] }: ComponentLine): string {
  return `Kubernetes ${from} to ${to}`;
}

/** Only what is untested is a warning. */
function checkAgainstKubernetes(
  component: Component,
  versions: CheckedVersions,
  report: VersionReport,
): void {
  const version = versions[component.key];
  if (version === undefined) {
    return;
  }
  const { key, title, lines } = component;
  const line = lines.find(each => each.line === minorOf(version));
  if (!line) {
    report.errors.push({
      code: 'version-unknown',
      component: key,
      message: `${title} ${version} is not a release line that this version of Clusterworks knows (${
        lines[0].line
      } to ${lines[lines.length - 1].line})`,
    });
    return;
  }
  const fit = fitOf(key, line, versions.kubernetes);
  if (fit === 'fits') {
    return;
  }
  const untested = fit === 'untested';
  const nearest = nearestCombination(versions);
  const instead = nearest ? `; the nearest set that works is ${nearest}` : '';
  (untested ? report.warnings : report.errors).push({
    code: untested ? 'version-untested' : 'version-incompatible',
    component: key,
    message: untested
      ? `${title} ${version} is tested with ${describeRange(line)}, not with ${
          versions.kubernetes
        }${instead}`
      : `${title} ${version} supports ${describeRange(line)}, not ${
          versions.kubernetes
        }${instead}`,
  });
}

function checkKnownBad(
  component: Component,
  versions: CheckedVersions,
  report: VersionReport,
): void {
  const version = versions[component.key];
  if (version === undefined || !semver.valid(version)) {
    return;
  }
  for (const bad of knownBadReleases) {
    if (
      bad.component === component.key &&
      semver.satisfies(version, bad.range)
    ) {
      (bad.severity === 'error' ? report.errors : report.warnings).push({
        code: 'version-known-bad',
        component: component.key,
        message: `${component.title} ${version} is known to be bad: ${bad.reason} (${bad.source}); take ${bad.instead}`,
      });
    }
  }
}

function checkSupportDates(
  versions: CheckedVersions,
  today: string,
  report: VersionReport,
): void {
  const eks = kubernetesLines.find(each => each.minor === versions.kubernetes);
  if (eks && today > eks.extendedUntil) {
    report.warnings.push({
      code: 'support-ended',
      component: 'kubernetes',
      message: `EKS support of Kubernetes ${eks.minor} ended on ${eks.extendedUntil}; AWS upgrades such clusters by itself`,
    });
  } else if (eks && today > eks.standardUntil) {
    report.warnings.push({
      code: 'support-extended',
      component: 'kubernetes',
      message: `EKS ${eks.minor} has been in extended support (at extra cost) since ${eks.standardUntil}; it ends on ${eks.extendedUntil}`,
    });
  }
  for (const { key, title, lines } of components) {
    const version = versions[key];
    const line = version && lines.find(each => each.line === minorOf(version));
    if (line && line.endOfLife && today > line.endOfLife) {
      report.warnings.push({
        code: 'support-ended',
        component: key,
        message: `${title} ${line.line} has had no fixes since ${line.endOfLife}`,
      });
    }
  }
}

/**
 * Checks whether versions are compatible. Incompatible sets are errors that
 * name the blocker and the nearest combination that works; untested neighbours
 * and ends of support are warnings, the latter only when a date is passed in,
 * so that an old cluster can always be rendered again.
 *
 * @param today - YYYY-MM-DD; without it support dates are not looked at
 *
 * @public
 */
export function checkVersions(
  versions: CheckedVersions,
  today?: string,
): VersionReport {
  const report: VersionReport = { errors: [], warnings: [] };
  if (!kubernetesLines.some(each => each.minor === versions.kubernetes)) {
    const newest = kubernetesLines[kubernetesLines.length - 1].minor;
    const age =
      compareMinors(versions.kubernetes, newest) > 0 ? 'newer' : 'older';
    report.errors.push({
      code: 'version-unknown',
      component: 'kubernetes',
      message: `Kubernetes ${versions.kubernetes} is ${age} than what this version of Clusterworks knows of EKS (${kubernetesLines[0].minor} to ${newest})`,
    });
    return report;
  }
  for (const component of components) {
    checkAgainstKubernetes(component, versions, report);
    checkKnownBad(component, versions, report);
  }
  if (today) {
    checkSupportDates(versions, today, report);
  }
  return report;
}
