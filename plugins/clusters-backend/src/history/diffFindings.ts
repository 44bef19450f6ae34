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
}

/** A finding that is away for a shorter time has not gone. */
const SETTLE_MS = 5 * 60_000;
/** Findings of one cluster that are recorded, the worst. */
const MAX_FINDINGS = 500;

/**
 * What came and went between two looks. What cannot be judged now has not
 * gone, and neither has what is missing only for a moment. Pure.
 *
 * @param open - the findings that had come and not gone
 * @param now - milliseconds since 1970
 */
export function diffFindings(
  open: ReadonlyMap<string, OpenFinding>,
  { findings, checks }: Pick<Assessment, 'findings' | 'checks'>,
  now: number,
): {
  changes: (Omit<FindingChange, 'at'> & { at: number })[];
  open: Map<string, OpenFinding>;
} {
  const seen = new Map(
    findings
      .slice(0, MAX_FINDINGS)
      .map(({ id, code, severity, title }) => [id, { code, severity, title }]),
  );
  const unjudged = new Set(
    checks.filter(({ state }) => state === 'unknown').map(({ code }) => code),
  );
  const all = new Set(findings.map(({ id }) => id));
  const next = new Map<string, OpenFinding>(seen);
  const came = [...seen]
    .filter(([finding]) => !open.has(finding))
    .map(([finding, facts]) => ({
      ...{ at: now, finding, change: 'came' as const },
      ...facts,
    }));
  const went = [...open].flatMap(([finding, { missingSince, ...facts }]) => {
    if (seen.has(finding)) {
      return [];
    }
    if (all.has(finding) || unjudged.has(facts.code)) {
      next.set(finding, facts);
      return [];
    }
    const at = missingSince ?? now;
    if (now - at < SETTLE_MS) {
      next.set(finding, { ...facts, missingSince: at });
      return [];
    }
    return [{ at, finding, change: 'went' as const, ...facts }];
  });
  return { changes: [...went, ...came], open: next };
}
