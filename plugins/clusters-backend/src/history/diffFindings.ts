import type {
  Assessment,
  Finding,
  FindingChange,
} from '@clusterworks/plugin-clusters-common';

/** A finding that came and has not gone. */
export interface OpenFinding
  extends Pick<Finding, 'code' | 'severity' | 'title'> {
  /** Since when it is not seen any more, in milliseconds since 1970. */
  missingSince?: number;
  /** Whether nobody saw the cluster just before `missingSince`. */
  isMissingUnseen?: boolean;
}

/** When a cluster is looked at, in milliseconds since 1970. */
export interface Look {
  now: number;
  /**
   * Set at the first look after nobody saw the cluster: the time of the newest
   * change that was recorded of it, 0 without any. What is found then happened
   * between that time and now.
   */
  unseenSince?: number;
}

type Change = Omit<FindingChange, 'at'> & { at: number };

/** A finding that is away for a shorter time has not gone. */
const SETTLE_MS = 5 * 60_000;
/**
 * Findings of one cluster that are recorded at a time, so that one which invents
 * them does not fill the database.
 */
const MAX_FINDINGS = 500;

/**
 * What came and went between two looks. What cannot be judged now has not
 * gone, and neither has what is missing only for a moment. While too much has
 * come and not gone, nothing else comes. Pure.
 *
 * @param open - the findings that had come and not gone
 */
export function diffFindings(
  open: ReadonlyMap<string, OpenFinding>,
  { findings, checks }: Pick<Assessment, 'findings' | 'checks'>,
  { now, unseenSince }: Look,
): {
  changes: Change[];
  open: Map<string, OpenFinding>;
} {
  const seen = new Map(
    findings.map(({ id, code, severity, title }) => [
      id,
      { code, severity, title },
    ]),
  );
  const since = new Map(findings.map(finding => [finding.id, finding.since]));
  const unjudged = new Set(
    checks.filter(({ state }) => state === 'unknown').map(({ code }) => code),
  );
  const next = new Map<string, OpenFinding>();
  const went = [...open].flatMap(([finding, before]): Change[] => {
    const { missingSince, isMissingUnseen, ...facts } = before;
    const again = seen.get(finding);
    if (again || unjudged.has(facts.code)) {
      next.set(finding, again ?? facts);
      return [];
    }
    const at = missingSince ?? now;
    const isUnseen =
      missingSince === undefined ? unseenSince !== undefined : isMissingUnseen;
    if (now - at < SETTLE_MS) {
      next.set(finding, {
        ...{ ...facts, missingSince: at },
        ...(isUnseen ? { isMissingUnseen: true } : {}),
      });
      return [];
    }
    return [
      {
        ...{ at, finding, change: 'went', ...facts },
        ...(isUnseen ? { orEarlier: true } : {}),
      },
    ];
  });
  const came = [...seen]
    .filter(([finding]) => !open.has(finding))
    // The worst are first.
    .slice(0, Math.max(0, MAX_FINDINGS - next.size))
    .map(([finding, facts]): Change => {
      next.set(finding, facts);
      return {
        ...{ finding, change: 'came', ...facts },
        ...cameAt(since.get(finding), { now, unseenSince }),
      };
    });
  return { changes: [...went, ...came], open: next };
}

/**
 * A finding whose beginning nobody saw came when its problem began, if that is
 * known and fits what was recorded before.
 */
function cameAt(
  since: string | undefined,
  { now, unseenSince }: Look,
): Pick<Change, 'at' | 'orEarlier'> {
  if (unseenSince === undefined) {
    return { at: now };
  }
  const began = Date.parse(since ?? '');
  return began > unseenSince && began < now
    ? { at: began }
    : { at: now, orEarlier: true };
}
