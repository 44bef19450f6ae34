import { readRecord, sha256, writeRecord } from '../records';
import { isRecord } from './isRecord';
import { isOwnedBy } from './ownedPaths';
import { mergeText } from './mergeText';

type Files = Record<string, string>;

/** What has to happen in the repository, and what stands against it. */
export type ChangePlan = {
  write: Files;
  delete: string[];
  unchanged: string[];
  conflicts: { path: string; reason: string }[];
};

/** Input of {@link planChanges}. */
export type PlanInput = {
  /** What render produced. */
  rendered: Files;
  /** What the repository holds now; at least the files that matter. */
  current: Files;
  /**
   * The content of a path whose SHA-256 is the given one, from git history.
   * It is the base of the three-way merge of files that were edited by hand.
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
  | { kind: 'conflict'; reason: string };

/** Decides on one file that render produces and that exists already. */
function decide(
  path: string,
  input: PlanInput,
  recorded: string | undefined,
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
    // Only the hand has changed it; there is nothing new to bring in.
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
  const merged = mergeText(current, base, rendered);
  if (merged === undefined) {
    return {
      kind: 'conflict',
      reason: 'was edited by hand in the same lines that the generator changes',
    };
  }
  return merged === current
    ? { kind: 'keep', base: recorded }
    : { kind: 'write', content: merged, base: recorded };
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
    // A record speaks only for its own folders, whatever somebody wrote in it.
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
 * Compares what render produced with what the repository holds.
 * Unedited files are replaced, edited ones merged with the base that their
 * recorded hash names in git history, vanished ones deleted. Nothing that a
 * person wrote is ever overwritten: where a merge is not possible there is a
 * conflict, and nothing of the plan should be carried out.
 *
 * A file that keeps hand edits keeps the recorded hash of the generated
 * version that it started from, so that the next merge finds its base.
 */
export function planChanges(input: PlanInput): ChangePlan {
  const { rendered, current } = input;
  const plan: ChangePlan = {
    write: {},
    delete: [],
    unchanged: [],
    conflicts: [],
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
  for (const [path, content] of Object.entries(rendered)) {
    if (isRecord(path)) {
      continue;
    }
    if (!(path in current)) {
      plan.write[path] = content;
      continue;
    }
    const decision = decide(path, input, recorded[path]);
    if (decision.kind === 'conflict') {
      plan.conflicts.push({ path, reason: decision.reason });
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
