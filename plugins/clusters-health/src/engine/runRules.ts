import { Check } from '@clusterworks/plugin-clusters-common';
import { SourceName } from '../kinds';
import { onlyOthers } from './concerns';
import { DraftFinding, Rule, RuleResult, unknown } from './Rule';
import { RuleContext } from './RuleContext';
import { sourceProblem } from './sources';

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
): RuleOutcome[] {
  return rules.map(rule => {
    const missing = firstProblem(rule.needs, ctx, false);
    const result = missing ? unknown(missing) : evaluateSafely(rule, ctx);
    return { rule, check: checkOf(rule, result, ctx), drafts: result.findings };
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
function checkOf(rule: Rule, result: RuleResult, ctx: RuleContext): Check {
  const { code } = rule;
  if (result.findings.length > 0) return { code, state: 'fired' };
  const problem = firstProblem(
    [...rule.needs, ...(rule.uses ?? [])],
    ctx,
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
  ctx: RuleContext,
  strict: boolean,
): string | undefined {
  for (const source of sources) {
    const problem = sourceProblem(ctx.snapshot, source, strict);
    if (problem) return problem;
  }
  return undefined;
}
