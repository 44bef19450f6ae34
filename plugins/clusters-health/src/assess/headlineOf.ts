import {
  type Assessment,
  type Finding,
  type Headline,
  leadingFinding,
} from '@clusterworks/plugin-clusters-common';
import { allKinds } from '../kinds';
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
 * Kinds that every assessment needs; all of them are lost when the API server
 * fails.
 */
const core: ReadonlySet<string> = new Set(
  allKinds.filter(({ required }) => required).map(({ resource }) => resource),
);

/**
 * One sentence that says what is wrong, taken from the first root finding.
 *
 * @public
 */
export function headlineOf(assessment: Assessment): Headline {
  const first = leadingFinding(assessment.findings);
  const unread = first?.severity === 'critical' ? '' : sayUnread(assessment);
  if (unread) {
    return { text: unread };
  }
  if (first) {
    return fromFinding(first);
  }
  const { building } = assessment;
  if (building) {
    const { since, expectedBy, waitsFor } = building;
    const when = expectedBy
      ? `is expected by ${expectedBy.slice(11, 16)} UTC`
      : 'comes next';
    return { text: `The cluster is being built: ${waitsFor} ${when}`, since };
  }
  if (assessment.phase === 'draining' && assessment.verdict === 'healthy') {
    return {
      text: assessment.drained
        ? 'The cluster is drained: no node of Karpenter is left in it'
        : 'The cluster is being taken down: its pools launch nothing',
    };
  }
  if (assessment.verdict === 'unknown') {
    return { text: sayMissing(assessment) };
  }
  return { text: 'No problems found' };
}

function fromFinding({ title, severity, since, id, mute }: Finding): Headline {
  const headline = { text: title, severity, since, findingId: id };
  return mute ? { ...headline, mutedUntil: mute.until } : headline;
}

/**
 * Which of the kinds that every assessment needs the API server fails to serve,
 * with its own message. When one fails, warnings matter less. Missing
 * permissions do not count here.
 */
function sayUnread({ sources }: Assessment): string | undefined {
  const failing = sources.filter(
    ({ name, state, reason }) =>
      core.has(name) && state === 'unreachable' && reason,
  );
  if (failing.length === 0 || failing.length === core.size) {
    return undefined;
  }
  const names = failing.map(({ name }) => name).join(', ');
  return `The API server does not serve ${names}: ${failing[0].reason}`;
}

function sayMissing({ sources, doubt }: Assessment): string {
  const partlyRead = sources.find(
    ({ state, reason }) => state === 'notCollected' && reason,
  );
  const missing = missingRequired(sources) ?? (doubt ? undefined : partlyRead);
  if (!missing) {
    return `Cannot judge the cluster${doubt ? `: ${doubt}` : ''}`;
  }
  const { name, state, reason } = missing;
  return `Cannot judge the cluster: ${name} ${sayState[state]}${
    reason ? ` (${reason})` : ''
  }`;
}
