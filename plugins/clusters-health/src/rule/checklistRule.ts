import type {
  Evidence,
  FindingSubject,
} from '@clusterworks/plugin-clusters-common';
import type { ShellCommand } from '../model/remedy/shellCommand';
import type { CataloguedDoc, Rule, RuleResult } from './Rule';
import type { RuleContext } from './RuleContext';

/** The result for a point that is met. */
export const met = { met: true } as const;

/**
 * One point of the validation checklist that objects of the cluster can show.
 */
export interface ChecklistPoint
  extends Pick<Rule, 'id' | 'needs' | 'uses' | 'details'> {
  doc: ChecklistPointDoc;
  /** A command that shows why the point is not met. */
  command?: ShellCommand;
  /** Whether the point is met; else the reason. */
  judge(
    ctx: RuleContext,
  ):
    | typeof met
    | { unknown: string }
    | { notApplicable: string }
    | { subject: FindingSubject; title: string; evidence: Evidence[] };
}

/**
 * The documentation of a point has one sentence about what to do, which is also
 * the remedy of the finding.
 */
type ChecklistPointDoc = CataloguedDoc & { todo: string };

/** The documentation of a point of the checklist. */
export function checklistDoc({
  point,
  ...doc
}: Omit<ChecklistPointDoc, 'title' | 'means'> & {
  point: string;
}): ChecklistPointDoc {
  return {
    title: `Checklist: ${point}`,
    means:
      'A point of the validation checklist is not met. This finding is always a note (info): where the point is a fault, another rule reports the fault and its severity.',
    ...doc,
  };
}

/**
 * A rule for a point of the checklist. It returns `pass` or an `info` finding
 * with the point that is not met; other rules report how severe that is.
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
      if ('met' in result) {
        return { findings: [] };
      }
      if ('unknown' in result) {
        return { findings: [], ...result };
      }
      if ('notApplicable' in result) {
        return { findings: [], ...result };
      }
      const remedy = [{ text: point.doc.todo, command }];
      return { findings: [{ severity: 'info', ...result, remedy }] };
    },
  };
}
