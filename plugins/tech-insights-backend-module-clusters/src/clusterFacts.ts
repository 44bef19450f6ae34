import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import type { FleetRow, Measure } from '@clusterworks/plugin-clusters-common';
import { supportEndOf } from '@clusterworks/plugin-clusters-spec';

const DAY_MS = 86_400_000;
const HOURS_PER_DAY = 24;

/** What each fact means. A fact that is not known is absent, never false or 0. */
export const clusterFactSchema: FactRetriever['schema'] = {
  verdict: {
    type: 'string',
    description: 'healthy, degraded or critical',
  },
  kubernetesSupported: {
    type: 'boolean',
    description: 'Whether EKS still supports the version in standard support',
  },
  kubernetesSupportDaysLeft: {
    type: 'integer',
    description:
      'Days until the end of standard support on EKS; negative after it',
  },
  karpenterSupported: {
    type: 'boolean',
    description: 'Whether the release line of Karpenter is still supported',
  },
  ciliumSupported: {
    type: 'boolean',
    description: 'Whether the release line of Cilium is still supported',
  },
  versionsFitNextKubernetes: {
    type: 'boolean',
    description:
      'Whether Karpenter and Cilium work with the next minor version of Kubernetes',
  },
  driftAgeDays: {
    type: 'float',
    description:
      'Days since the first of the drifted nodes should have been replaced; 0 when no node has drifted',
  },
  spotShare: {
    type: 'float',
    description: 'Share of spot nodes, from 0 to 1',
  },
  budgetCoverage: {
    type: 'float',
    description:
      'Share of the workloads with several pods that a PodDisruptionBudget covers, from 0 to 1',
  },
  addressDaysLeft: {
    type: 'float',
    description:
      'Days until the subnets have no address for another node, at the current rate; at most so many, because others use the same subnets',
  },
  addressNodesLeft: {
    type: 'integer',
    description:
      'Nodes that still get addresses from the subnets; at most so many, because others use the same subnets',
  },
};

type Facts = Record<string, string | number | boolean>;

/**
 * The facts about one cluster. Measures of which only a lower bound is known
 * are left out, because a check would take them for the whole.
 *
 * @param now - milliseconds since 1970
 */
export function clusterFacts(row: FleetRow, now: number): Facts {
  const { kubernetes, karpenter, cilium } = row.versions;
  const today = new Date(now).toISOString().slice(0, 10);
  const supportEnd = supportEndOf('kubernetes', kubernetes.observed);
  const supported = (end: string | undefined) =>
    end === undefined ? undefined : end >= today;
  const facts = {
    verdict: row.verdict === 'unknown' ? undefined : row.verdict,
    kubernetesSupported: supported(supportEnd),
    kubernetesSupportDaysLeft:
      supportEnd &&
      Math.round((Date.parse(supportEnd) - Date.parse(today)) / DAY_MS),
    karpenterSupported: supported(
      supportEndOf('karpenter', karpenter.observed),
    ),
    ciliumSupported: supported(supportEndOf('cilium', cilium.observed)),
    versionsFitNextKubernetes:
      row.nextKubernetes && row.nextKubernetes.blockedBy.length === 0,
    driftAgeDays: driftAge(row.driftedSince, now),
    spotShare: numberOf(row.spotShare),
    budgetCoverage: numberOf(row.budgetCoverage),
    addressDaysLeft: perDay(numberOf(row.room.hours)),
    addressNodesLeft: numberOf(row.room.nodes),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Facts;
}

function driftAge(
  since: FleetRow['driftedSince'],
  now: number,
): number | undefined {
  if (since === undefined) {
    return undefined;
  }
  return since === null ? 0 : Math.max(0, now - Date.parse(since)) / DAY_MS;
}

function numberOf(measure: Measure | undefined): number | undefined {
  return measure === undefined ||
    measure.certainty === 'unknown' ||
    measure.certainty === 'atLeast'
    ? undefined
    : measure.value;
}

function perDay(hours: number | undefined): number | undefined {
  return hours === undefined ? undefined : hours / HOURS_PER_DAY;
}
