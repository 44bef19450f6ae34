import { Evidence, FindingSubject } from '@clusterworks/plugin-clusters-common';
import { Rule, RuleRemedy, RuleResult } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { SourceName } from '../kinds';

/** One point of the validation checklist that the cluster itself can show. */
export interface ChecklistPoint {
  slug: string;
  /** The point as the reference design words it. */
  point: string;
  detect: string;
  needs: readonly SourceName[];
  uses?: readonly SourceName[];
  remedy: RuleRemedy;
  /** Why the point is not met, or what else is the case. */
  judge(
    ctx: RuleContext,
  ):
    | { met: true }
    | { unknown: string }
    | { notApplicable: string }
    | { subject: FindingSubject; title: string; evidence: Evidence[] };
}

/**
 * A rule for a point of the checklist. It says `pass` or names what is not
 * met, as a note: how bad that is the rules of the tables say.
 */
export function checklistRule(point: ChecklistPoint): Rule {
  const { slug, needs, uses, remedy } = point;
  return {
    code: `clusterworks/${slug}`,
    rule: slug,
    component: 'clusterworks',
    title: `Checklist: ${point.point}`,
    means:
      'A point of the validation checklist is not met. A note: how grave it is, the rules of the tables say.',
    detect: point.detect,
    remedyDoc: remedy.text,
    source: 'reference-design.md, Validation Checklist',
    needs,
    uses,
    evaluate(ctx): RuleResult {
      const result = point.judge(ctx);
      if ('met' in result) return { findings: [] };
      if ('unknown' in result) return { findings: [], ...result };
      if ('notApplicable' in result) return { findings: [], ...result };
      return {
        findings: [{ severity: 'info', ...result, remedy: [remedy] }],
      };
    },
  };
}
