import {
  type ClusterDocument,
  rootFindings,
  type Severity,
} from '@clusterworks/plugin-clusters-common';
import type { FleetEntry } from '../fleet/FleetStore';
import { observedVersions } from '../fleet/observedVersions';
import { clusterLink } from '../notifications/clusterLink';
import { plainText } from '../notifications/plainText';

const MAX_FINDINGS = 20;
const MAX_TITLE = 300;
const MAX_HEADLINE = 1_000;
const MAX_WORD = 500;

const ORDER: Record<Severity, number> = { critical: 0, warning: 1, info: 2 };

/** What a search finds a cluster by, on one line each. */
export function documentOf(entry: FleetEntry): ClusterDocument {
  const { row, settledVerdict, settledPhase } = entry;
  const { critical, warning, info } = row.findings;
  // Parsing is the most expensive part, and needless for most clusters.
  const assessment =
    critical + warning + info > 0 ? entry.body.assessment() : undefined;
  return {
    name: row.name,
    link: clusterLink(row.entityRef),
    verdict: settledVerdict,
    phase: settledPhase,
    headline: plainText(row.headline.text, MAX_HEADLINE),
    versions: observedVersions(row),
    region: bounded(row.region),
    environment: bounded(row.environment),
    owner: bounded(row.owner),
    system: bounded(row.system),
    findings: rootFindings(assessment?.findings ?? [])
      .sort((one, other) => ORDER[one.severity] - ORDER[other.severity])
      .slice(0, MAX_FINDINGS)
      .map(({ title }) => plainText(title, MAX_TITLE)),
  };
}

/** One cluster whose entity says too much must not hide all others. */
function bounded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : plainText(text, MAX_WORD);
}
