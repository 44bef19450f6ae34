import { Check } from '@clusterworks/plugin-clusters-common';
import { SourceName } from '../kinds';
import { onlyOthers } from '../rule/concerns';
import { DraftFinding, Rule, RuleResult, unknown } from '../rule/Rule';
import { RuleContext } from '../rule/RuleContext';
import { SourceHealth } from './SourceHealth';

/** What one rule gave: its check and its findings. */
export interface RuleOutcome {
  rule: Rule;
  check: Check;
  drafts: DraftFinding[];
}

/** Runs every rule on one look. A rule that fails is `unknown`, not fatal. */
export function runRules(
  rules: readonly Rule[],
  ctx: RuleContext,
  health: SourceHealth,
): RuleOutcome[] {
  return rules.map(rule => {
    const missing = firstProblem(rule.needs, health, false);
    const result = missing ? unknown(missing) : evaluateSafely(rule, ctx);
    return {
      rule,
      check: checkOf(rule, result, ctx, health),
      drafts: result.findings,
    };
  });
}

function evaluateSafely(rule: Rule, ctx: RuleContext): RuleResult {
  try {
    return rule.evaluate(ctx);
  } catch (error) {
    return unknown(`the rule failed: ${String(error).slice(0, 200)}`);
  }
}

/**
 * A pass (and "does not apply") is claimed only when every source that the
 * rule reads was read in full: otherwise what is missing might say otherwise.
 */
function checkOf(
  rule: Rule,
  result: RuleResult,
  ctx: RuleContext,
  health: SourceHealth,
): Check {
  const { code } = rule;
  if (result.findings.length > 0) return { code, state: 'fired' };
  const problem = firstProblem(
    [...rule.needs, ...(rule.uses ?? [])],
    health,
    true,
  );
  const reason = problem ?? result.unknown;
  if (reason !== undefined) return { code, state: 'unknown', reason };
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
    if (problem) return problem;
  }
  return undefined;
}
