import {
  type Assessment,
  type Finding,
  type FindingLink,
  findingLinkSchema,
} from '@clusterworks/plugin-clusters-common';
import type { FindingLinker } from '@clusterworks/plugin-clusters-node';
import type { KnownCluster } from '../discovery/KnownCluster';

const MAX_LINKS = 10;

/** Adds to each finding the links that modules of the host provide. */
export function withLinks(
  assessment: Assessment,
  cluster: KnownCluster,
  linkers: readonly FindingLinker[],
): Assessment {
  if (linkers.length === 0) {
    return assessment;
  }
  const findings = assessment.findings.map(finding => {
    const links = linkers
      .flatMap(linker => linksBy(linker, finding, cluster))
      .slice(0, MAX_LINKS);
    return links.length > 0 ? { ...finding, links } : finding;
  });
  return { ...assessment, findings };
}

/**
 * If a link provider fails or returns an invalid URL, only its link is omitted.
 */
function linksBy(
  linker: FindingLinker,
  finding: Finding,
  { name, entityRef, environment, region, accountId }: KnownCluster,
): FindingLink[] {
  try {
    const facts = { name, entityRef, environment, region, accountId };
    return linker(finding, facts).flatMap(link => {
      const { data } = findingLinkSchema.safeParse(link);
      return data ? [data] : [];
    });
  } catch {
    return [];
  }
}
