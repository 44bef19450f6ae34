import type { Check } from '@clusterworks/plugin-clusters-common';
import type { SourceName } from '../kinds';
import { onlyOthers } from '../rule/concerns';
import type { DraftFinding, Rule, RuleResult } from '../rule/Rule';
import { unknown } from '../rule/Rule';
import type { RuleContext } from '../rule/RuleContext';
import { rank } from './causes/joinCauses';
import { runToEnd } from '../model/runToEnd';
import type { SourceHealth } from './SourceHealth';

/** The result of one rule: its check and its findings. */
export interface RuleOutcome {
  rule: Rule;
  check: Check;
  drafts: DraftFinding[];
}

/**
 * More findings of one rule help no reader, and a large cluster could have one
 * finding for each of its objects.
 */
const MAX_FINDINGS = 500;

/**
 * Runs every rule on one snapshot. A rule that throws gives `unknown`; the
 * others still run.
 */
export function runRules(
  rules: readonly Rule[],
  ctx: RuleContext,
  health: SourceHealth,
): RuleOutcome[] {
  return runToEnd(runRulesInSteps(rules, ctx, health));
}

/** The steps of {@link runRules}, one rule per step. */
export function* runRulesInSteps(
  rules: readonly Rule[],
  ctx: RuleContext,
  health: SourceHealth,
): Generator<void, RuleOutcome[]> {
  const outcomes: RuleOutcome[] = [];
  for (const rule of rules) {
    const missing = firstProblem(rule.needs, health, false);
    const result = missing ? unknown(missing) : evaluateSafely(rule, ctx);
    outcomes.push({
      rule,
      check: checkOf(rule, result, ctx, health),
      drafts: gravest(result.findings),
    });
    yield;
  }
  return outcomes;
}

/**
 * The most severe findings, as many as are shown; of the same severity, those
 * that the rule returned first.
 */
function gravest(drafts: DraftFinding[]): DraftFinding[] {
  return drafts.length <= MAX_FINDINGS
    ? drafts
    : [...drafts]
        .sort((a, b) => rank[b.severity] - rank[a.severity])
        .slice(0, MAX_FINDINGS);
}

function evaluateSafely(rule: Rule, ctx: RuleContext): RuleResult {
  try {
    return rule.evaluate(ctx);
  } catch (error) {
    return unknown(`the rule failed: ${String(error).slice(0, 200)}`);
  }
}

/**
 * A `pass` or `notApplicable` is reported only when every source that the rule
 * reads was read in full: the part that is missing might show a fault.
 */
function checkOf(
  rule: Rule,
  result: RuleResult,
  ctx: RuleContext,
  health: SourceHealth,
): Check {
  const { code } = rule;
  const found = result.findings.length;
  if (found > MAX_FINDINGS) {
    const reason = `${found} findings, of which ${MAX_FINDINGS} are shown`;
    return { code, state: 'fired', reason };
  }
  if (found > 0) {
    return { code, state: 'fired' };
  }
  const problem = firstProblem(
    [...rule.needs, ...(rule.uses ?? [])],
    health,
    true,
  );
  const reason = problem ?? result.unknown;
  if (reason !== undefined) {
    return { code, state: 'unknown', reason };
  }
  const foreign = rule.concerns && onlyOthers(ctx, rule.concerns);
  const why = result.notApplicable ?? foreign;
  return why === undefined
    ? { code, state: 'pass' }
    : { code, state: 'notApplicable', reason: why };
}

function firstProblem(
  sources: readonly SourceName[],
  health: SourceHealth,
  strict: boolean,
): string | undefined {
  for (const source of sources) {
    const problem = health.problem(source, strict);
    if (problem) {
      return problem;
    }
  }
  return undefined;
}
