import {
  Assessment,
  Finding,
  Headline,
} from '@clusterworks/plugin-clusters-common';
import { missingRequired } from './missingRequired';

const sayState: Record<Assessment['sources'][number]['state'], string> = {
  ok: 'can be read',
  reading: 'is being read',
  forbidden: 'may not be read',
  noCredentials: 'cannot be asked without credentials',
  notInstalled: 'is not installed',
  unreachable: 'cannot be reached',
  stale: 'is out of date',
  notProvisioned: 'is not provisioned yet',
  notCollected: 'was not collected',
  notRead: 'is not read',
};

/**
 * The one sentence that says what is wrong, from the root finding.
 *
 * @public
 */
export function headlineOf(assessment: Assessment): Headline {
  const [first] = assessment.findings;
  if (first && first.severity !== 'info') return fromFinding(first, assessment);
  if (assessment.verdict === 'unknown') {
    return { text: sayMissing(assessment) };
  }
  return { text: 'No problems found' };
}

function fromFinding(root: Finding, assessment: Assessment): Headline {
  const follows = new Set(root.consequences);
  const alike = assessment.findings.filter(
    ({ id, code }) => code === root.code && follows.has(id),
  ).length;
  return {
    text: alike > 0 ? `${root.title}, and ${alike} more like it` : root.title,
    severity: root.severity,
    since: root.since,
    findingId: root.id,
  };
}

function sayMissing({ sources }: Assessment): string {
  const missing =
    missingRequired(sources) ??
    sources.find(({ state, reason }) => state === 'notCollected' && reason);
  if (!missing) return 'Cannot judge the cluster';
  const { name, state, reason } = missing;
  return `Cannot judge the cluster: ${name} ${sayState[state]}${
    reason ? ` (${reason})` : ''
  }`;
}
