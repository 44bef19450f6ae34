import type { Outcome } from './judgeAll';

/**
 * The figures that have goals. More is better, except for the counts of false
 * findings.
 */
export interface Summary {
  cases: number;
  lookAlikes: number;
  /** Verdict and codes are right. */
  judgedRight: number;
  /** Verdict, codes, headline, remedy and number of findings are right. */
  toldRight: number;
  /** Faults whose cause is known, and those whose headline names it. */
  causes: number;
  headlineRight: number;
  /** Faults whose advice helps and does no harm. */
  remedyRight: number;
  /** Healthy clusters with a critical finding, or with a warning. */
  falseCriticals: number;
  falseWarnings: number;
  /** Checks that depend on a withheld source, and those of them that passed. */
  lostChecks: number;
  lostWrong: number;
}

function isHealthy({ known }: Outcome): boolean {
  return known.truth.verdict === 'healthy';
}

function says(outcome: Outcome, severity: 'warning' | 'critical'): boolean {
  const neutral = outcome.known.truth.neutral ?? [];
  return outcome.assessment.findings.some(
    finding => finding.severity === severity && !neutral.includes(finding.code),
  );
}

/** Counts the outcomes of all cases. */
export function summarize(outcomes: readonly Outcome[]): Summary {
  const count = (is: (outcome: Outcome) => boolean) =>
    outcomes.filter(is).length;
  const healthy = outcomes.filter(isHealthy);
  const faults = outcomes.filter(outcome => !isHealthy(outcome));
  const causes = faults.filter(({ known }) => known.truth.diagnosis?.root);
  const isRight = ({ judgement }: Outcome) => judgement.wrong.length === 0;
  return {
    cases: outcomes.length,
    lookAlikes: healthy.length,
    judgedRight: count(isRight),
    toldRight: count(({ judgement }) =>
      Object.values(judgement).every(list => list.length === 0),
    ),
    causes: causes.length,
    headlineRight: causes.filter(
      ({ judgement }) => judgement.headline.length === 0,
    ).length,
    remedyRight: faults.filter(({ judgement }) => judgement.remedy.length === 0)
      .length,
    falseCriticals: healthy.filter(outcome => says(outcome, 'critical')).length,
    falseWarnings: healthy.filter(outcome => says(outcome, 'warning')).length,
    lostChecks: outcomes.reduce((sum, { lost }) => sum + lost.checks, 0),
    lostWrong: outcomes.reduce((sum, { lost }) => sum + lost.wrong.length, 0),
  };
}
