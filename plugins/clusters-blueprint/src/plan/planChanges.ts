import { readRecord, sha256, writeRecord } from '../records';
import { isRecord } from './isRecord';
import { isOwnedBy } from './ownedPaths';
import { mergeCost } from './mergeCost';
import { type ConflictingLines, mergeText } from './mergeText';
import type { FilesByPath } from '../FilesByPath';

/**
 * The writes and deletions in the repository, and the conflicts that prevent
 * them.
 *
 * @public
 */
export type ChangePlan = {
  write: FilesByPath;
  delete: string[];
  unchanged: string[];
  conflicts: FileConflict[];
  /** Generated files that a person deleted; they are not written again. */
  deletedByHand: string[];
};

/**
 * A file that cannot be updated without losing an edit.
 *
 * @public
 */
export type FileConflict = {
  path: string;
  reason: string;
  /**
   * The conflicting lines, when both versions and their common ancestor are
   * known.
   */
  lines?: ConflictingLines[];
};

/**
 * Input of {@link planChanges}.
 *
 * @public
 */
export type PlanInput = {
  /** The files that render produced. */
  rendered: FilesByPath;
  /** The files of the repository now, at least all that the plan may touch. */
  current: FilesByPath;
  /**
   * The content of a path whose SHA-256 is the given one, from git history.
   * This content is the base of the three-way merge of files that were edited
   * by hand.
   */
  historyBlob?: (path: string, sha256: string) => string | undefined;
};

/** `cluster.yaml` is the input: it is kept as given and never merged. */
function isInput(path: string): boolean {
  return /^clusters\/[^/]+\/[^/]+\/cluster\.yaml$/.test(path);
}

type Decision =
  | { kind: 'write'; content: string; base?: string }
  | { kind: 'keep'; base?: string }
  | { kind: 'conflict'; reason: string; lines?: ConflictingLines[] };

/**
 * The most that all merges of one plan may cost together; a fraction of a
 * second.
 */
const MAX_MERGE_COST = 400_000;

/** Decides on one file that render produces and that exists already. */
function decide(
  path: string,
  input: PlanInput,
  recorded: string | undefined,
  budget: { left: number },
): Decision {
  const rendered = input.rendered[path];
  const current = input.current[path];
  if (current === rendered) {
    return { kind: 'keep' };
  }
  if (isInput(path) || recorded === sha256(current)) {
    return { kind: 'write', content: rendered };
  }
  if (recorded === undefined) {
    return {
      kind: 'conflict',
      reason: 'exists, but no record says that it was generated',
    };
  }
  if (recorded === sha256(rendered)) {
    // Only the person has changed the file; there is no new generated content.
    return { kind: 'keep', base: recorded };
  }
  const base = input.historyBlob?.(path, recorded);
  if (base === undefined) {
    return {
      kind: 'conflict',
      reason:
        'was edited by hand, and the generated version that it started from is not in git history',
    };
  }
  budget.left -= mergeCost(current, base, rendered);
  if (budget.left < 0) {
    return {
      kind: 'conflict',
      reason: 'was edited by hand, and has too many equal lines to be merged',
    };
  }
  const merged = mergeText(current, base, rendered);
  if ('conflicts' in merged) {
    return {
      kind: 'conflict',
      reason: 'was edited by hand in the same lines that the generator changes',
      lines: merged.conflicts,
    };
  }
  return merged.text === current
    ? { kind: 'keep', base: recorded }
    : { kind: 'write', content: merged.text, base: recorded };
}

/** Files that an old record names and render no longer produces. */
function planDeletions(
  recordPath: string,
  recorded: Record<string, string>,
  { rendered, current }: PlanInput,
  plan: ChangePlan,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [path, hash] of Object.entries(recorded)) {
    // A record may name files in its own folders only, whatever its text says.
    if (
      path in rendered ||
      !(path in current) ||
      !isOwnedBy(recordPath, path)
    ) {
      continue;
    }
    if (sha256(current[path]) === hash) {
      plan.delete.push(path);
    } else {
      kept[path] = hash;
      plan.conflicts.push({
        path,
        reason: 'is no longer generated, but was edited by hand',
      });
    }
  }
  return kept;
}

/**
 * Compares what render produced with what the repository holds. Unedited files
 * are replaced. Edited files are merged; the base of the merge is the version
 * in the git history that has the recorded hash. Files that are no longer
 * generated are deleted. The plan never overwrites an edit, and never writes a
 * file again that a person deleted. If a merge is not possible, the plan has a
 * conflict, and no part of it should be carried out.
 *
 * A file that keeps hand edits keeps the recorded hash of the generated
 * version that it started from, so that the next merge finds its base.
 *
 * @public
 */
export function planChanges(input: PlanInput): ChangePlan {
  const { rendered, current } = input;
  const plan: ChangePlan = {
    write: {},
    delete: [],
    unchanged: [],
    conflicts: [],
    deletedByHand: [],
  };
  const put = (path: string, content: string) => {
    if (current[path] === content) {
      plan.unchanged.push(path);
    } else {
      plan.write[path] = content;
    }
  };

  const recordPaths = Object.keys(rendered).filter(isRecord);
  const recorded: Record<string, string> = {};
  for (const path of recordPaths) {
    Object.assign(recorded, readRecord(current[path] ?? '')?.files);
  }

  const bases: Record<string, string> = {};
  const budget = { left: MAX_MERGE_COST };
  for (const [path, content] of Object.entries(rendered)) {
    if (isRecord(path)) {
      continue;
    }
    if (!(path in current)) {
      if (recorded[path] !== undefined && !isInput(path)) {
        plan.deletedByHand.push(path);
        bases[path] = recorded[path];
      } else {
        plan.write[path] = content;
      }
      continue;
    }
    const decision = decide(path, input, recorded[path], budget);
    if (decision.kind === 'conflict') {
      const { kind, ...conflict } = decision;
      plan.conflicts.push({ path, ...conflict });
      continue;
    }
    put(path, decision.kind === 'write' ? decision.content : current[path]);
    if (decision.base !== undefined) {
      bases[path] = decision.base;
    }
  }

  for (const path of recordPaths) {
    const old = readRecord(current[path] ?? '')?.files ?? {};
    const kept = planDeletions(path, old, input, plan);
    const next = readRecord(rendered[path])?.files ?? {};
    for (const each of Object.keys(next)) {
      next[each] = bases[each] ?? next[each];
    }
    put(path, writeRecord({ ...next, ...kept }));
  }
  return plan;
}
