import type {
  Evidence,
  Finding,
  FindingSubject,
  Severity,
} from '@clusterworks/plugin-clusters-common';
import type { Snapshot } from '../kinds';
import { addTo } from '../model/addTo';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import { compareJoined, type JoinedFinding, rank } from './causes/joinCauses';
import { findingId } from './findingId';

/**
 * Maximum of listed objects per finding; `subjectsTotal` counts all of them.
 */
const MAX_SUBJECTS = 50;
/** Maximum of objects per finding for which commands are given. */
const MAX_COMMANDED = 10;
const MAX_EVIDENCE = 20;

/** Findings of one rule with one cause, to be shown as one finding. */
interface Group {
  /** Identifies the group within the cluster: code and cause. */
  key: string;
  /** The group of the root cause that explains this group. */
  root: Group | undefined;
  /** The most severe first, then the oldest. */
  parts: JoinedFinding[];
}

/**
 * Makes one finding per rule and cause, with all objects and the remedies for
 * each. Findings that different roots explain stay separate.
 *
 * @param joined - findings of single objects, each with its root
 */
export function groupFindings(
  joined: readonly JoinedFinding[],
  snapshot: Pick<Snapshot, 'cluster' | 'identity'>,
): Finding[] {
  const groups = groupsOf(joined);
  const ids = idsOf(groups, snapshot);
  const followers = new Map<Group, string[]>();
  for (const group of groups) {
    if (group.root) {
      addTo(followers, group.root, ids.get(group) ?? '');
    }
  }
  return groups.map(group => ({
    ...toFinding(group.parts),
    id: ids.get(group) ?? '',
    consequences: followers.get(group) ?? [],
  }));
}

/** Roots first, then by severity, as in `compareJoined`. */
function groupsOf(joined: readonly JoinedFinding[]): Group[] {
  const groups = new Map<string, Group>();
  const ofPart = new Map<string, Group>();
  for (const part of [...joined].sort(compareJoined)) {
    const root = part.rootId === part.id ? undefined : ofPart.get(part.rootId);
    const key = groupKey(part);
    const place = root ? `${key}\u0000${root.key}` : key;
    const group = groups.get(place) ?? { key, root, parts: [] };
    group.parts.push(part);
    groups.set(place, group);
    ofPart.set(part.id, group);
  }
  return [...groups.values()];
}

/** The cause that the rule names; without one, the object itself. */
function groupKey({ code, draft, id }: JoinedFinding): string {
  return draft.group === undefined
    ? `${code}\u0000object\u0000${id}`
    : `${code}\u0000group\u0000${draft.group}`;
}

/**
 * The id of a group is made from its cause, so that the id stays the same when
 * an object joins or leaves. When one cause appears below several roots, the
 * first group gets that id.
 */
function idsOf(
  groups: readonly Group[],
  { cluster, identity }: Pick<Snapshot, 'cluster' | 'identity'>,
): ReadonlyMap<Group, string> {
  const ids = new Map<Group, string>();
  const taken = new Set<string>();
  for (const group of groups) {
    const [first] = group.parts;
    const own =
      first.draft.group === undefined
        ? first.id
        : findingId(cluster, group.key);
    const id = taken.has(own)
      ? findingId(cluster, group.key, group.root?.key ?? '')
      : own;
    taken.add(id);
    ids.set(group, identity === undefined ? id : findingId(identity, id));
  }
  return ids;
}

function toFinding(
  parts: readonly JoinedFinding[],
): Omit<Finding, 'id' | 'consequences'> {
  const [first] = parts;
  const subjects = subjectsOf(parts);
  const since = oldest(parts);
  const more = subjects.length - 1;
  return {
    code: first.code,
    rule: first.rule,
    severity: gravest(parts),
    subject: subjects[0],
    subjects: subjects.slice(0, MAX_SUBJECTS),
    subjectsTotal: subjects.length,
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
    title:
      parts.length > 1 && more > 0
        ? `${first.draft.title}, and ${more} more like it`
        : first.draft.title,
    evidence: evidenceOf(parts),
    remedy: remedyOf(parts),
  };
}

/** Every object once, sorted by kind, namespace and name. */
function subjectsOf(parts: readonly JoinedFinding[]): FindingSubject[] {
  const byName = new Map<string, FindingSubject>();
  for (const { draft } of parts) {
    for (const subject of draft.subjects ?? [draft.subject]) {
      const { kind, namespace = '', name } = subject;
      byName.set(`${kind}\u0000${namespace}\u0000${name}`, subject);
    }
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, subject]) => subject);
}

function oldest(parts: readonly JoinedFinding[]): number | undefined {
  const known = parts.flatMap(({ draft }) => draft.since ?? []);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function gravest(parts: readonly JoinedFinding[]): Severity {
  return parts.reduce<Severity>(
    (worst, { severity }) => (rank[severity] > rank[worst] ? severity : worst),
    'info',
  );
}

/**
 * All evidence of the first object, then the most telling evidence of each
 * other object.
 */
function evidenceOf(parts: readonly JoinedFinding[]): Evidence[] {
  const [first, ...others] = parts;
  const seen = new Set<string>();
  return [
    ...first.draft.evidence,
    ...others.flatMap(({ draft }) => draft.evidence.slice(0, 1)),
  ]
    .filter(({ object, path, value }) => {
      const key = `${object}\u0000${path}\u0000${value}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MAX_EVIDENCE);
}

/**
 * Each step for every object before the next step, so that read-only steps stay
 * before steps that change something.
 */
function remedyOf(parts: readonly JoinedFinding[]): RuleRemedy[] {
  const commanded = parts.slice(0, MAX_COMMANDED);
  const longest = Math.max(...commanded.map(one => one.draft.remedy.length));
  const seen = new Set<string>();
  const steps: RuleRemedy[] = [];
  for (let step = 0; step < longest; step += 1) {
    for (const { draft } of commanded) {
      const remedy = draft.remedy[step];
      const key = remedy && `${remedy.text}\u0000${remedy.command ?? ''}`;
      if (key !== undefined && !seen.has(key)) {
        seen.add(key);
        steps.push(remedy);
      }
    }
  }
  const left = parts.length - commanded.length;
  return left > 0
    ? [...steps, { text: `Then the same for the ${left} others of the list` }]
    : steps;
}
