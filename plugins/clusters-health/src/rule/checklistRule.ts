import { Evidence, FindingSubject } from '@clusterworks/plugin-clusters-common';
import { ShellCommand } from '../model/remedy/shellCommand';
import { Rule, RuleDoc, RuleResult } from './Rule';
import { RuleContext } from './RuleContext';

/** The point is met. */
export const met = { met: true } as const;

/** One point of the validation checklist that the cluster itself can show. */
export interface ChecklistPoint
  extends Pick<Rule, 'id' | 'doc' | 'needs' | 'uses'> {
  /** A command that shows what is not met. */
  command?: ShellCommand;
  /** Why the point is not met, or what else is the case. */
  judge(
    ctx: RuleContext,
  ):
    | typeof met
    | { unknown: string }
    | { notApplicable: string }
    | { subject: FindingSubject; title: string; evidence: Evidence[] };
}

/** What people read of a point of the checklist. */
export function checklistDoc({
  point,
  ...doc
}: Pick<RuleDoc, 'foundBy' | 'todo' | 'source'> & { point: string }): RuleDoc {
  return {
    title: `Checklist: ${point}`,
    means:
      'A point of the validation checklist is not met. A note: how grave it is, the rules of the tables say.',
    ...doc,
  };
}

/**
 * A rule for a point of the checklist. It says `pass` or names what is not
 * met, as a note: how bad that is the other rules say.
 */
export function checklistRule({
  judge,
  command,
  ...point
}: ChecklistPoint): Rule {
  return {
    ...point,
    code: `clusterworks/${point.id}`,
    component: 'clusterworks',
    evaluate(ctx): RuleResult {
      const result = judge(ctx);
      if ('met' in result) return { findings: [] };
      if ('unknown' in result) return { findings: [], ...result };
      if ('notApplicable' in result) return { findings: [], ...result };
      const remedy = [{ text: point.doc.todo, command }];
      return { findings: [{ severity: 'info', ...result, remedy }] };
    },
  };
}
