import type { Severity } from '@clusterworks/plugin-clusters-common';
import { addTo } from '../../model/addTo';
import type { EngineFinding } from '../EngineFinding';
import type { CauseEdge } from './CauseEdge';

/** A finding with its root cause and its effects. */
export interface JoinedFinding extends EngineFinding {
  severity: Severity;
  /**
   * Ids of all findings that this one explains, directly or through others;
   * empty unless it is a root.
   */
  consequences: string[];
  root: boolean;
  /** Id of the root cause; its own id for a root. */
  rootId: string;
}

/** Orders severities. */
export const rank: Record<Severity, number> = {
  info: 0,
  warning: 1,
  critical: 2,
};

/**
 * Joins findings that explain one another into one root cause and its effects.
 *
 * Each finding gets at most one cause. A finding without a cause is a root. A
 * root takes the highest severity of its effects, and its effects become
 * `info`, so that one cause raises the verdict only once.
 */
export function joinCauses(
  findings: readonly EngineFinding[],
  edges: readonly CauseEdge[],
): JoinedFinding[] {
  const parents = new Map<string, EngineFinding>();
  const byCode = new Map<string, EngineFinding[]>();
  for (const finding of findings) {
    addTo(byCode, finding.code, finding);
  }
  for (const edge of edges) {
    joinEdge(edge, byCode, parents);
  }
  followGroups(findings, parents);
  return place(findings, parents);
}

/**
 * Findings of one group have the same cause: when one of them has a cause,
 * those whose own cause is not visible yet get the same one.
 */
function followGroups(
  findings: readonly EngineFinding[],
  parents: Map<string, EngineFinding>,
): void {
  const caused = new Map<string, EngineFinding>();
  const keyOf = ({ code, draft }: EngineFinding) =>
    draft.group === undefined ? undefined : `${code}\u0000${draft.group}`;
  for (const finding of [...findings].sort(compareAge)) {
    const key = keyOf(finding);
    const parent = parents.get(finding.id);
    if (key !== undefined && parent && !caused.has(key)) {
      caused.set(key, parent);
    }
  }
  for (const finding of findings) {
    const parent = caused.get(keyOf(finding) ?? '');
    if (
      parent &&
      !parents.has(finding.id) &&
      weighs(parent, finding) &&
      !reaches(parent, finding, parents)
    ) {
      parents.set(finding.id, parent);
    }
  }
}

function compareAge(a: EngineFinding, b: EngineFinding): number {
  const severity = rank[b.draft.severity] - rank[a.draft.severity];
  if (severity !== 0) {
    return severity;
  }
  const since = (a.draft.since ?? Infinity) - (b.draft.since ?? Infinity);
  if (since !== 0 && !Number.isNaN(since)) {
    return since;
  }
  return a.id < b.id ? -1 : 1;
}

function joinEdge(
  edge: CauseEdge,
  byCode: ReadonlyMap<string, EngineFinding[]>,
  parents: Map<string, EngineFinding>,
): void {
  const causes = edge.causes.flatMap(({ code }) => byCode.get(code) ?? []);
  if (causes.length === 0) {
    return;
  }
  const fits = (cause: EngineFinding, effect: EngineFinding) =>
    weighs(cause, effect) && !reaches(cause, effect, parents);
  const causeOf =
    edge.when === 'always'
      ? (effect: EngineFinding) => causes.find(cause => fits(cause, effect))
      : firstThatShares(causes, fits);
  for (const { code } of edge.effects) {
    for (const effect of byCode.get(code) ?? []) {
      const cause = parents.has(effect.id) ? undefined : causeOf(effect);
      if (cause) {
        parents.set(effect.id, cause);
      }
    }
  }
}

/**
 * Finds the first cause that touches something that the effect touches. Causes
 * are looked up by what they touch: comparing each effect with each cause takes
 * seconds in a large cluster.
 */
function firstThatShares(
  causes: readonly EngineFinding[],
  fits: (cause: EngineFinding, effect: EngineFinding) => boolean,
): (effect: EngineFinding) => EngineFinding | undefined {
  const byTouch = new Map<string, number[]>();
  causes.forEach(({ draft }, index) =>
    new Set(draft.touches).forEach(key => addTo(byTouch, key, index)),
  );
  return effect => {
    const firstOf = (key: string) =>
      byTouch.get(key)?.find(index => fits(causes[index], effect)) ?? Infinity;
    const first = (effect.draft.touches ?? []).reduce(
      (least, key) => Math.min(least, firstOf(key)),
      Infinity,
    );
    return causes[first];
  };
}

/**
 * Whether the cause is severe enough: an `info` finding explains only `info`
 * findings.
 */
function weighs(cause: EngineFinding, effect: EngineFinding): boolean {
  return cause.draft.severity !== 'info' || effect.draft.severity === 'info';
}

/**
 * Whether a finding is the other one or is explained by it. Joining such
 * findings would make a cycle.
 */
function reaches(
  finding: EngineFinding,
  other: EngineFinding,
  parents: ReadonlyMap<string, EngineFinding>,
): boolean {
  for (
    let at: EngineFinding | undefined = finding;
    at;
    at = parents.get(at.id)
  ) {
    if (at.id === other.id) {
      return true;
    }
  }
  return false;
}

function place(
  findings: readonly EngineFinding[],
  parents: ReadonlyMap<string, EngineFinding>,
): JoinedFinding[] {
  const following = new Map<string, EngineFinding[]>();
  const roots = new Map<string, EngineFinding>();
  for (const finding of findings) {
    const root = rootOf(finding, parents);
    roots.set(finding.id, root);
    if (root !== finding) {
      const list = following.get(root.id);
      if (list) {
        list.push(finding);
      } else {
        following.set(root.id, [finding]);
      }
    }
  }
  return findings.map(finding => {
    const { id: rootId } = roots.get(finding.id) ?? finding;
    const root = rootId === finding.id;
    const consequences = following.get(finding.id) ?? [];
    return {
      ...finding,
      root,
      rootId,
      severity: root ? gravest([finding, ...consequences]) : 'info',
      consequences: consequences.map(({ id }) => id),
    };
  });
}

function rootOf(
  finding: EngineFinding,
  parents: ReadonlyMap<string, EngineFinding>,
): EngineFinding {
  let root = finding;
  for (
    let parent = parents.get(root.id);
    parent;
    parent = parents.get(root.id)
  ) {
    root = parent;
  }
  return root;
}

function gravest(findings: readonly EngineFinding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { draft }) =>
      rank[draft.severity] > rank[worst] ? draft.severity : worst,
    'info',
  );
}

/**
 * Roots first, then by severity, then the oldest first. The order is stable.
 */
export function compareJoined(a: JoinedFinding, b: JoinedFinding): number {
  if (a.root !== b.root) {
    return a.root ? -1 : 1;
  }
  const severity = rank[b.severity] - rank[a.severity];
  if (severity !== 0) {
    return severity;
  }
  const since = (a.draft.since ?? Infinity) - (b.draft.since ?? Infinity);
  if (since !== 0 && !Number.isNaN(since)) {
    return since;
  }
  if (a.code !== b.code) {
    return a.code < b.code ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}
