import {
  Assessment,
  Check,
  Finding,
} from '@clusterworks/plugin-clusters-common';
import { InputError } from '@backstage/errors';
import { CauseEdge } from './causes/CauseEdge';
import { causeEdges } from './causes/causeEdges';
import { compareJoined, joinCauses, JoinedFinding } from './causes/joinCauses';
import { rules, unseenCodes } from '../rules/rules';
import { Snapshot } from '../kinds';
import { EngineFinding } from './EngineFinding';
import { findingId } from './findingId';
import { Memory } from '../rule/memory';
import { nextMemory } from './nextMemory';
import { recall } from './recall';
import { Rule, UnseenCode } from '../rule/Rule';
import { RuleContext } from '../rule/RuleContext';
import { RuleOutcome, runRules } from './runRules';
import { SourceHealth } from './SourceHealth';
import { verdictOf } from './verdictOf';

/**
 * The knowledge that a judgement is made with.
 *
 * @public
 */
export interface Knowledge {
  rules: readonly Rule[];
  unseenCodes: readonly UnseenCode[];
  causeEdges: readonly CauseEdge[];
}

const everything: Knowledge = { rules, unseenCodes, causeEdges };

/**
 * Judges a cluster. Pure: the same snapshot, memory and time give
 * the same assessment.
 *
 * @param memory - of the last look; undefined at the first, and in the CLI
 * @param now - RFC 3339
 * @throws InputError when `now` is no time
 *
 * @public
 */
export function assess(
  snapshot: Snapshot,
  memory: Memory | undefined,
  now: string,
  knowledge: Knowledge = everything,
): { assessment: Assessment; memory: Memory } {
  const time = Date.parse(now);
  if (Number.isNaN(time)) {
    throw new InputError(`now must be an RFC 3339 time, it is '${now}'`);
  }
  const ctx = new RuleContext(snapshot, time, memory);
  const health = new SourceHealth(snapshot);
  const outcomes = runRules(knowledge.rules, ctx, health);
  const recalled = recall(
    outcomes.flatMap(outcome => named(outcome, snapshot.cluster)),
    outcomes.map(({ check }) => check),
    memory,
    time,
    health.hasContact(),
  );
  const findings = joinCauses(recalled.findings, knowledge.causeEdges)
    .sort(compareJoined)
    .map(toFinding);
  const sources = health.report(ctx.index);
  return {
    assessment: {
      cluster: snapshot.cluster,
      observedAt: new Date(time).toISOString(),
      verdict: verdictOf(
        findings,
        sources,
        ctx.sawAbsurdTime || health.hasDefects(),
      ),
      sources,
      findings,
      checks: checksOf(outcomes, recalled.flapping, knowledge.unseenCodes),
    },
    memory: nextMemory(ctx, recalled.remembered),
  };
}

function named(
  { rule, drafts }: RuleOutcome,
  cluster: string,
): EngineFinding[] {
  const seen = new Set<string>();
  return drafts.flatMap(draft => {
    const { kind, namespace, name } = draft.subject;
    const id = findingId(
      cluster,
      rule.code,
      kind,
      namespace ?? '',
      name,
      draft.key ?? '',
    );
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, code: rule.code, rule: rule.id, draft }];
  });
}

function toFinding(joined: JoinedFinding): Finding {
  const { draft } = joined;
  return {
    id: joined.id,
    code: joined.code,
    rule: joined.rule,
    severity: joined.severity,
    subject: draft.subject,
    ...(draft.since === undefined
      ? {}
      : { since: new Date(draft.since).toISOString() }),
    title: draft.title,
    evidence: draft.evidence,
    remedy: draft.remedy,
    consequences: joined.consequences,
  };
}

function checksOf(
  outcomes: readonly RuleOutcome[],
  flapping: ReadonlySet<string>,
  unseen: readonly UnseenCode[],
): Check[] {
  const seen = outcomes.map(
    ({ check }): Check =>
      flapping.has(check.code) ? { code: check.code, state: 'fired' } : check,
  );
  const notSeen = unseen.map(
    ({ code, reason, command }): Check => ({
      code,
      state: 'unknown',
      reason: `${reason}; to find out: ${command}`,
    }),
  );
  return [...seen, ...notSeen].sort(compareCodes);
}

const collator = new Intl.Collator('en', { numeric: true });

/** `karpenter/P2` before `karpenter/P10`. */
function compareCodes(a: Check, b: Check): number {
  return collator.compare(a.code, b.code);
}
