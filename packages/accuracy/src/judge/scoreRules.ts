import type { Severity } from '@clusterworks/plugin-clusters-common';
import { excusedUnknowns, isOnlyNeutral, rootsOf } from './judgeCase';
import type { Outcome } from './judgeAll';
import type { Truth } from './truthSchema';

/** How often something was reported, and how often the report was right. */
export interface Score {
  /** Reported and true. */
  right: number;
  /** Reported and false. */
  wrong: number;
  /** True and not reported. */
  missed: number;
}

/** Groups of codes; one code of each group has to be found. */
function expectedGroups({ mustInclude, mustIncludeAny, diagnosis }: Truth) {
  const single = mustInclude.map(code => [code]);
  const groups = [...single, ...(mustIncludeAny ?? [])];
  const root = diagnosis?.root ?? [];
  const isCovered = groups.some(group =>
    group.some(code => root.includes(code)),
  );
  return root.length > 0 && !isCovered ? [...groups, root] : groups;
}

/** Codes that the truth expects or allows. */
function allowedCodes(truth: Truth): Set<string> {
  return new Set([
    ...expectedGroups(truth).flat(),
    ...(truth.neutral ?? []),
    ...(truth.diagnosis?.root ?? []),
  ]);
}

function emptyScore(): Score {
  return { right: 0, wrong: 0, missed: 0 };
}

function scoreOf<K>(scores: Map<K, Score>, key: K): Score {
  const score = scores.get(key) ?? emptyScore();
  scores.set(key, score);
  return score;
}

/**
 * Codes of false findings: those that the truth forbids, and warnings or
 * criticals that it does not name.
 */
function falseCodes({ known, assessment }: Outcome): Set<string> {
  const { truth } = known;
  const forbidden = new Set(truth.mustNotInclude ?? []);
  const allowed = allowedCodes(truth);
  const roots = new Set(rootsOf(assessment.findings).map(({ id }) => id));
  return new Set(
    assessment.findings
      .filter(
        ({ id, code }) =>
          forbidden.has(code) || (roots.has(id) && !allowed.has(code)),
      )
      .map(({ code }) => code),
  );
}

/**
 * Precision and recall by rule. A finding is right if the truth expects it. A
 * finding is wrong if the truth forbids it, or if it is a warning or critical
 * that is no consequence of another finding and that the truth does not name.
 * A finding that the truth merely allows does not count, nor does a check that
 * is `unknown` where the truth says that one look cannot tell.
 */
export function scoreRules(outcomes: readonly Outcome[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const outcome of outcomes) {
    const { known, assessment } = outcome;
    const found = new Set(assessment.findings.map(({ code }) => code));
    const excused = excusedUnknowns(known.truth, assessment);
    for (const group of expectedGroups(known.truth)) {
      const hits = group.filter(code => found.has(code));
      hits.forEach(code => {
        scoreOf(scores, code).right += 1;
      });
      if (hits.length === 0 && !group.some(code => excused.has(code))) {
        scoreOf(scores, group[0]).missed += 1;
      }
    }
    for (const code of falseCodes(outcome)) {
      scoreOf(scores, code).wrong += 1;
    }
  }
  return scores;
}

const severityOf = { critical: 'critical', degraded: 'warning' } as const;

/**
 * Precision and recall by severity: whether a cluster has that severity, and
 * whether the doctor said so. A healthy cluster whose only warnings are true
 * and harmless does not count.
 */
export function scoreSeverities(
  outcomes: readonly Outcome[],
): Map<Severity, Score> {
  const scores = new Map<Severity, Score>([
    ['critical', emptyScore()],
    ['warning', emptyScore()],
  ]);
  for (const { known, assessment } of outcomes) {
    if (isOnlyNeutral(known.truth, assessment)) {
      continue;
    }
    const { verdict, verdictAlso = [] } = known.truth;
    const allowed = [verdict, ...verdictAlso];
    const told = assessment.verdict;
    for (const [each, severity] of Object.entries(severityOf)) {
      const score = scoreOf(scores, severity);
      const isTold = told === each;
      if (isTold && allowed.includes(each as typeof verdict)) {
        score.right += 1;
      } else if (isTold) {
        score.wrong += 1;
      } else if (verdict === each && !allowed.includes(told)) {
        score.missed += 1;
      }
    }
  }
  return scores;
}
