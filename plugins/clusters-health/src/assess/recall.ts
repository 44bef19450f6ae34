import type { Check } from '@clusterworks/plugin-clusters-common';
import { DAY, MINUTE } from '../model/durations';
import type { EngineFinding } from './EngineFinding';
import type { Memory, RememberedFinding } from '../rule/memory';
import { MEMORY_WINDOW_MS } from '../rule/memory';
import type { DraftFinding } from '../rule/Rule';

/** A flapping finding is kept until it has been gone for this long. */
const FLAP_HOLD_MS = 5 * MINUTE;
/**
 * A finding that came back this often is flapping. Coming back once is normal
 * after a launch, a rollout or a refused instance type.
 */
const FLAPS_FROM = 2;
/** A finding whose source was lost is kept for at most this long. */
const BLIND_HOLD_MS = DAY;
const MAX_REMEMBERED = 1000;

/** The findings of this assessment and those kept from earlier ones. */
export interface Recalled {
  findings: EngineFinding[];
  /** Codes that count as fired because a flapping finding is kept. */
  flapping: Set<string>;
  remembered: Memory['findings'];
}

/**
 * Joins the findings of this assessment with remembered ones: keeps the start
 * time of a finding that continues, keeps a flapping finding until it has been
 * gone for a while, and keeps a finding whose source can no longer be read,
 * because not seeing a fault does not prove that it is gone.
 *
 * @param contact - whether anything that matters can be read at all. Without
 *   it nothing is claimed: the findings wait in memory for the next contact.
 */
export function recall(
  present: readonly EngineFinding[],
  checks: readonly Check[],
  memory: Memory | undefined,
  now: number,
  contact: boolean,
): Recalled {
  const states = new Map(checks.map(check => [check.code, check.state]));
  const remembered: Memory['findings'] = {};
  const flapping = new Set<string>();
  const findings = present.map(finding => {
    const before = memory?.findings[finding.id];
    const since = Math.min(
      finding.draft.since ?? now,
      before && now - before.lastSeen <= FLAP_HOLD_MS ? before.since : now,
    );
    remembered[finding.id] = remember(finding, before, memory, since, now);
    const known = finding.draft.since !== undefined || memory !== undefined;
    return known ? { ...finding, draft: { ...finding.draft, since } } : finding;
  });
  const seen = new Set(present.map(finding => finding.id));
  for (const [id, before] of Object.entries(memory?.findings ?? {})) {
    const gone = now - before.lastSeen;
    if (!seen.has(id)) {
      const blind =
        states.get(before.code) === 'unknown' && gone <= BLIND_HOLD_MS;
      const flaps = before.returns.length >= FLAPS_FROM && gone <= FLAP_HOLD_MS;
      if (contact && (blind || flaps)) {
        findings.push(kept(id, before, blind));
        if (!blind) {
          flapping.add(before.code);
        }
      }
      if (blind || gone <= MEMORY_WINDOW_MS) {
        remembered[id] = before;
      }
    }
  }
  return { findings, flapping, remembered: newest(remembered) };
}

function remember(
  finding: EngineFinding,
  before: RememberedFinding | undefined,
  memory: Memory | undefined,
  since: number,
  now: number,
): RememberedFinding {
  const returned = before !== undefined && before.lastSeen < (memory?.at ?? 0);
  const returns = [...(before?.returns ?? []), ...(returned ? [now] : [])];
  return {
    code: finding.code,
    since,
    lastSeen: now,
    returns: returns.filter(at => now - at <= MEMORY_WINDOW_MS),
    finding: { rule: finding.rule, draft: finding.draft },
  };
}

function kept(
  id: string,
  before: RememberedFinding,
  blind: boolean,
): EngineFinding {
  const { rule, draft } = before.finding as {
    rule: string;
    draft: DraftFinding;
  };
  const at = new Date(before.lastSeen).toISOString();
  const note = blind
    ? `last seen ${at}; what shows it cannot be read now`
    : `comes and goes; last seen ${at}`;
  return {
    id,
    code: before.code,
    rule,
    draft: {
      ...draft,
      since: before.since,
      evidence: [
        ...draft.evidence,
        { object: 'clusterworks', path: 'memory', value: note },
      ],
    },
  };
}

function newest(remembered: Memory['findings']): Memory['findings'] {
  const entries = Object.entries(remembered);
  if (entries.length <= MAX_REMEMBERED) {
    return remembered;
  }
  entries.sort(([, a], [, b]) => b.lastSeen - a.lastSeen);
  return Object.fromEntries(entries.slice(0, MAX_REMEMBERED));
}
