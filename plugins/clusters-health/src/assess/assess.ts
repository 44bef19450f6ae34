import {
  type Assessment,
  type Check,
  reasonWithCommand,
} from '@clusterworks/plugin-clusters-common';
import { InputError } from '@backstage/errors';
import type { CauseEdge } from './causes/CauseEdge';
import { causeEdges } from './causes/causeEdges';
import { joinCauses } from './causes/joinCauses';
import { rules, unseenCodes } from '../rules/rules';
import type { RoomTrend } from '../model/addresses/RoomTrend';
import { type Building, BUILDING_MS, buildingOf } from '../model/building';
import type { Snapshot } from '../kinds';
import type { EngineFinding } from './EngineFinding';
import { doubtOf } from './doubtOf';
import { findingId } from './findingId';
import { groupFindings } from './groupFindings';
import type { Memory } from '../rule/memory';
import { nextMemory } from './nextMemory';
import { recall } from './recall';
import type { Rule, UnseenCode } from '../rule/Rule';
import { RuleContext } from '../rule/RuleContext';
import type { RuleOutcome } from './runRules';
import { runRulesInSteps } from './runRules';
import { isDrained, isDraining } from '../model/isDraining';
import { runToEnd } from '../model/runToEnd';
import { SourceHealth } from './SourceHealth';
import { verdictOf } from './verdictOf';

/**
 * What an assessment uses beside the snapshot: the rules and their tables.
 *
 * @public
 */
export interface Knowledge {
  rules: readonly Rule[];
  unseenCodes: readonly UnseenCode[];
  causeEdges: readonly CauseEdge[];
}

/**
 * The result of one assessment.
 *
 * @public
 */
export interface Judgement {
  assessment: Assessment;
  /** To be passed to the next assessment. */
  memory: Memory;
}

const everything: Knowledge = { rules, unseenCodes, causeEdges };

/**
 * Assesses a cluster. A pure function: the same snapshot, memory and time give
 * the same assessment.
 *
 * @param memory - of the previous assessment; undefined for the first one and
 *   in the CLI
 * @param now - RFC 3339
 * @param roomTrend - earlier samples of the free addresses in subnets, if any
 *   were recorded
 * @throws InputError when `now` is not a valid time
 *
 * @public
 */
export function assess(
  snapshot: Snapshot,
  memory: Memory | undefined,
  now: string,
  knowledge: Knowledge = everything,
  roomTrend?: RoomTrend,
): Judgement {
  return runToEnd(assessInSteps(snapshot, memory, now, knowledge, roomTrend));
}

/**
 * The steps of {@link assess}. Each step is short, so that assessing a large
 * cluster does not block the event loop.
 *
 * @public
 */
export function* assessInSteps(
  snapshot: Snapshot,
  memory: Memory | undefined,
  now: string,
  knowledge: Knowledge = everything,
  roomTrend?: RoomTrend,
): Generator<void, Judgement> {
  const time = Date.parse(now);
  if (Number.isNaN(time)) {
    throw new InputError(`now must be an RFC 3339 time, it is '${now}'`);
  }
  const ctx = new RuleContext(snapshot, time, memory, roomTrend);
  const health = new SourceHealth(snapshot);
  const outcomes = yield* runRulesInSteps(knowledge.rules, ctx, health);
  const recalled = recall(
    outcomes.flatMap(outcome => named(outcome, snapshot.cluster)),
    outcomes.map(({ check }) => check),
    memory,
    time,
    health.hasContact(),
  );
  yield;
  const joined = joinCauses(recalled.findings, knowledge.causeEdges);
  yield;
  const findings = groupFindings(joined, snapshot);
  yield;
  const sources = health.report(ctx.index);
  const building = buildingOf(ctx);
  const doubt = doubtOf(ctx);
  const verdict = verdictOf(
    findings,
    sources,
    doubt !== undefined || health.hasDefects() || building !== undefined,
  );
  return {
    assessment: {
      cluster: snapshot.cluster,
      observedAt: new Date(time).toISOString(),
      verdict,
      ...(building ? { phase: 'building' } : settledPhaseOf(ctx)),
      ...(building ? { building: sayBuilding(building) } : {}),
      ...(doubt && verdict === 'unknown' ? { doubt } : {}),
      sources,
      findings,
      checks: checksOf(outcomes, recalled.flapping, knowledge.unseenCodes),
    },
    memory: nextMemory(ctx, recalled.remembered),
  };
}

function settledPhaseOf(
  ctx: RuleContext,
): Pick<Assessment, 'phase' | 'drained'> {
  if (isDrained(ctx)) {
    return { phase: 'draining', drained: true };
  }
  return { phase: isDraining(ctx) ? 'draining' : 'running' };
}

function sayBuilding({ since, waitsFor }: Building): Assessment['building'] {
  const iso = (time: number) => new Date(time).toISOString();
  return since === undefined
    ? { waitsFor }
    : { since: iso(since), expectedBy: iso(since + BUILDING_MS), waitsFor };
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
    if (seen.has(id)) {
      return [];
    }
    seen.add(id);
    return [{ id, code: rule.code, rule: rule.id, draft }];
  });
}

function checksOf(
  outcomes: readonly RuleOutcome[],
  flapping: ReadonlySet<string>,
  unseen: readonly UnseenCode[],
): Check[] {
  const seen = outcomes.map(({ check, rule }): Check => {
    const { code, ...outcome } = check;
    const { title } = rule.doc;
    return flapping.has(code)
      ? { code, title, state: 'fired' }
      : { code, title, ...outcome };
  });
  const notSeen = unseen.map(
    ({ code, doc, reason, command }): Check => ({
      ...{ code, title: doc.title, state: 'unknown' },
      ...{ reason: reasonWithCommand(reason, command), command },
    }),
  );
  return [...seen, ...notSeen].sort(compareCodes);
}

const collator = new Intl.Collator('en', { numeric: true });

/** Compares numbers by value: `karpenter/P2` sorts before `karpenter/P10`. */
function compareCodes(a: Check, b: Check): number {
  return collator.compare(a.code, b.code);
}
