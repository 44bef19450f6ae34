import type { ComponentLine } from '@clusterworks/plugin-clusters-spec';
import {
  ciliumLines,
  karpenterLines,
  knownBadReleases,
} from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';

const SPECS = String.raw`/^clusters/[^/]+/[^/]+/cluster\.yaml$/`;
const WORKFLOWS = String.raw`/^\.github/workflows/.+\.ya?ml$/`;

/** Finds the version of a component in each `cluster.yaml`. */
function managerOf(component: string, source: object): object {
  return {
    customType: 'regex',
    managerFilePatterns: [SPECS],
    matchStrings: [
      String.raw`\n    ${component}: ['"]?(?<currentValue>\d+\.\d+\.\d+)['"]?\s`,
    ],
    depNameTemplate: component,
    versioningTemplate: 'semver',
    ...source,
  };
}

/**
 * The releases of a line that the version matrix recommends: none before the
 * one that it names instead of a known bad one.
 */
function allowed(component: string, { line }: ComponentLine): string {
  const [major, minor] = line.split('.').map(Number);
  const from = knownBadReleases
    .filter(each => each.component === component)
    .map(({ instead }) => instead)
    .filter(release => release.startsWith(`${line}.`))
    .sort(semver.compare)
    .at(-1);
  return `>=${from ?? `${line}.0`} <${major}.${minor + 1}.0`;
}

/** A cluster stays on its line, which fits its version of Kubernetes. */
function rulesOf(component: string, lines: readonly ComponentLine[]): object[] {
  return lines.map(line => ({
    description: `Kubernetes ${line.kubernetes.join(' to ')}`,
    matchManagers: ['custom.regex'],
    matchDepNames: [component],
    matchCurrentValue: `/^${line.line.replace('.', '\\.')}\\./`,
    allowedVersions: allowed(component, line),
  }));
}

/**
 * `renovate.json`: pull requests for workflows, tools and lock files; a list of
 * releases that suit each cluster, but no pull requests for them, because a
 * change of `cluster.yaml` alone does not render the cluster.
 */
export function renovateConfig(): string {
  const config = {
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    extends: [
      'config:recommended',
      'helpers:pinGitHubActionDigests',
      ':enablePreCommit',
    ],
    // Written by the generator; a new release of it brings new versions.
    ignorePaths: [
      'gitops/**',
      'platform/**',
      'terraform/bootstrap/**',
      'terraform/modules/**',
      'terraform/testing/**',
    ],
    lockFileMaintenance: { enabled: true },
    customManagers: [
      managerOf('karpenter', {
        datasourceTemplate: 'docker',
        packageNameTemplate: 'public.ecr.aws/karpenter/karpenter',
      }),
      managerOf('cilium', {
        datasourceTemplate: 'helm',
        registryUrlTemplate: 'https://helm.cilium.io/',
      }),
      {
        customType: 'regex',
        managerFilePatterns: [WORKFLOWS],
        matchStrings: [
          String.raw`# renovate: datasource=(?<datasource>[a-z-]+) depName=(?<depName>\S+)\s+[A-Z_]+: (?<currentValue>\S+)`,
        ],
        extractVersionTemplate: '^v?(?<version>.+)$',
      },
    ],
    packageRules: [
      {
        description:
          'Constraints are generated; the lock files of roots move within them',
        matchManagers: ['terraform'],
        rangeStrategy: 'update-lockfile',
      },
      {
        description:
          'Listed only: the operation Upgrade changes a cluster, because it renders it',
        matchManagers: ['custom.regex'],
        matchDepNames: ['karpenter', 'cilium'],
        dependencyDashboardApproval: true,
        draftPR: true,
        prBodyNotes: [
          'This changes `cluster.yaml` only. Close it and use the operation *Upgrade* of the portal, or run `clusters render` on this branch.',
        ],
      },
      ...rulesOf('karpenter', karpenterLines),
      ...rulesOf('cilium', ciliumLines),
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
