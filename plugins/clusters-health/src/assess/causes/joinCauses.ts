import { Severity } from '@clusterworks/plugin-clusters-common';
import { EngineFinding } from '../EngineFinding';
import { CauseEdge } from './CauseEdge';

/** A finding with its place in the story. */
export interface JoinedFinding extends EngineFinding {
  severity: Severity;
  /** All that follows from it, directly or not; empty for consequences. */
  consequences: string[];
  root: boolean;
}

const rank: Record<Severity, number> = { info: 0, warning: 1, critical: 2 };

/**
 * Makes one story of findings that have one cause.
 *
 * Each finding gets at most one cause. What has none is a root; it takes the
 * gravest severity of what follows from it, and its consequences become
 * `info`, so that one cause raises the verdict once.
 */
export function joinCauses(
  findings: readonly EngineFinding[],
  edges: readonly CauseEdge[],
): JoinedFinding[] {
  const parents = new Map<string, EngineFinding>();
  joinGroups(findings, parents);
  const byCode = new Map<string, EngineFinding[]>();
  for (const finding of findings) {
    const list = byCode.get(finding.code);
    if (list) list.push(finding);
    else byCode.set(finding.code, [finding]);
  }
  for (const edge of edges) {
    joinEdge(edge, byCode, parents);
  }
  return place(findings, parents);
}

function joinGroups(
  findings: readonly EngineFinding[],
  parents: Map<string, EngineFinding>,
): void {
  const roots = new Map<string, EngineFinding>();
  const sorted = [...findings].sort(compareAge);
  for (const finding of sorted) {
    const { group } = finding.draft;
    if (group !== undefined) {
      const key = `${finding.code}\u0000${group}`;
      const root = roots.get(key);
      if (root) parents.set(finding.id, root);
      else roots.set(key, finding);
    }
  }
}

function compareAge(a: EngineFinding, b: EngineFinding): number {
  const severity = rank[b.draft.severity] - rank[a.draft.severity];
  if (severity !== 0) return severity;
  const since = (a.draft.since ?? Infinity) - (b.draft.since ?? Infinity);
  if (since !== 0 && !Number.isNaN(since)) return since;
  return a.id < b.id ? -1 : 1;
}

function joinEdge(
  edge: CauseEdge,
  byCode: ReadonlyMap<string, EngineFinding[]>,
  parents: Map<string, EngineFinding>,
): void {
  const causes = edge.causes.flatMap(({ code }) => byCode.get(code) ?? []);
  if (causes.length === 0) return;
  for (const { code } of edge.effects) {
    for (const effect of byCode.get(code) ?? []) {
      if (!parents.has(effect.id)) {
        const cause = causes.find(
          candidate =>
            weighs(candidate, effect) &&
            (edge.when === 'always' || shares(candidate, effect)) &&
            !reaches(candidate, effect, parents),
        );
        if (cause) parents.set(effect.id, cause);
      }
    }
  }
}

/** A mere note is never the cause of trouble. */
function weighs(cause: EngineFinding, effect: EngineFinding): boolean {
  return cause.draft.severity !== 'info' || effect.draft.severity === 'info';
}

function shares(cause: EngineFinding, effect: EngineFinding): boolean {
  const touches = cause.draft.touches ?? [];
  return (effect.draft.touches ?? []).some(key => touches.includes(key));
}

/** Whether the finding is, or follows from, the other: a cycle is no story. */
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
    if (at.id === other.id) return true;
  }
  return false;
}

function place(
  findings: readonly EngineFinding[],
  parents: ReadonlyMap<string, EngineFinding>,
): JoinedFinding[] {
  const following = new Map<string, EngineFinding[]>();
  for (const finding of findings) {
    let root: EngineFinding = finding;
    for (
      let parent = parents.get(root.id);
      parent;
      parent = parents.get(root.id)
    ) {
      root = parent;
    }
    if (root !== finding) {
      const list = following.get(root.id);
      if (list) list.push(finding);
      else following.set(root.id, [finding]);
    }
  }
  return findings.map(finding => {
    const root = !parents.has(finding.id);
    const consequences = following.get(finding.id) ?? [];
    return {
      ...finding,
      root,
      severity: root ? gravest([finding, ...consequences]) : 'info',
      consequences: consequences.map(({ id }) => id),
    };
  });
}

function gravest(findings: readonly EngineFinding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { draft }) =>
      rank[draft.severity] > rank[worst] ? draft.severity : worst,
    'info',
  );
}

/** Roots first, grave before light, old before young; stable. */
export function compareJoined(a: JoinedFinding, b: JoinedFinding): number {
  if (a.root !== b.root) return a.root ? -1 : 1;
  const severity = rank[b.severity] - rank[a.severity];
  if (severity !== 0) return severity;
  const since = (a.draft.since ?? Infinity) - (b.draft.since ?? Infinity);
  if (since !== 0 && !Number.isNaN(since)) return since;
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
