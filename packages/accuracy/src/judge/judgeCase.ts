import {
  type Assessment,
  type Finding,
  rootFindings,
} from '@clusterworks/plugin-clusters-common';
import type { Diagnosis, Truth } from './truthSchema';

/**
 * How an assessment differs from the truth; the lists are empty when it is
 * right.
 */
export interface Judgement {
  /** Wrong verdict, and missing or forbidden codes. */
  wrong: string[];
  /** Faults of the headline: it does not name the cause. */
  headline: string[];
  /** Remedies that do not help, or that do harm. */
  remedy: string[];
  /** Findings that are missing, or that are too many. */
  told: string[];
}

function holds(pattern: string, value: unknown): boolean {
  return new RegExp(pattern, 'iu').test(JSON.stringify(value) ?? '');
}

/** Warnings and criticals that are no consequence of another finding. */
export function rootsOf(findings: readonly Finding[]): Finding[] {
  return rootFindings(findings).filter(({ severity }) => severity !== 'info');
}

/**
 * Whether a healthy cluster is called degraded only because of warnings that
 * its truth calls true and harmless.
 */
export function isOnlyNeutral(
  truth: Truth,
  { findings, verdict }: Assessment,
): boolean {
  return (
    truth.verdict === 'healthy' &&
    verdict === 'degraded' &&
    findings.every(
      ({ severity, code }) =>
        severity === 'info' || truth.neutral?.includes(code),
    )
  );
}

/**
 * Codes whose check is `unknown` where the truth says that one look cannot
 * tell.
 */
export function excusedUnknowns(
  truth: Truth,
  { checks }: Assessment,
): Set<string> {
  return new Set(
    checks
      .filter(
        ({ code, state }) =>
          state === 'unknown' && truth.unknownInstead?.includes(code),
      )
      .map(({ code }) => code),
  );
}

function wrongIn(truth: Truth, assessment: Assessment): string[] {
  const { findings, verdict } = assessment;
  const codes = new Set(findings.map(({ code }) => code));
  const allowed = [truth.verdict, ...(truth.verdictAlso ?? [])];
  const excused = excusedUnknowns(truth, assessment);
  return [
    ...(allowed.includes(verdict) || isOnlyNeutral(truth, assessment)
      ? []
      : [`verdict ${verdict}, not ${allowed.join(' or ')}`]),
    ...truth.mustInclude
      .filter(code => !codes.has(code) && !excused.has(code))
      .map(code => `misses ${code}`),
    ...(truth.mustIncludeAny ?? [])
      .filter(group => !group.some(code => codes.has(code)))
      .map(group => `finds none of ${group.join(', ')}`),
    ...(truth.mustNotInclude ?? [])
      .filter(code => codes.has(code))
      .map(code => `false ${code}`),
  ];
}

function headlineOf(truth: Diagnosis, first: Finding | undefined): string[] {
  const { root, says = [] } = truth;
  const text = first && [first.title, first.evidence, first.remedy];
  return [
    ...(root && !(first && root.includes(first.code))
      ? [`headline is ${first?.code ?? 'empty'}, not ${root.join(' or ')}`]
      : []),
    ...says
      .filter(pattern => !holds(pattern, text))
      .map(pattern => `headline does not say /${pattern}/`),
  ];
}

function remedyOf(truth: Diagnosis, findings: readonly Finding[]): string[] {
  const [first] = findings;
  const advice = first?.remedy ?? [];
  const lacks = (what: string, value: unknown, patterns: string[] = []) =>
    patterns
      .filter(pattern => !holds(pattern, value))
      .map(pattern => `${what} does not say /${pattern}/`);
  return [
    ...lacks('first remedy', advice[0], truth.firstRemedySays),
    ...lacks('no remedy', advice, truth.remedySays),
    ...(truth.firstRemedyNot ?? [])
      .filter(pattern => advice[0] && holds(pattern, advice[0]))
      .map(pattern => `first remedy says /${pattern}/`),
    ...(truth.remedyNot ?? []).flatMap(pattern =>
      findings
        .filter(({ remedy }) => holds(pattern, remedy))
        .map(({ code }) => `${code} offers /${pattern}/`),
    ),
  ];
}

function toldIn(truth: Diagnosis, assessment: Assessment): string[] {
  const { findings, checks } = assessment;
  const roots = rootsOf(findings);
  const loud = findings.filter(({ severity }) => severity !== 'info');
  return [
    ...(truth.rootsMax !== undefined && roots.length > truth.rootsMax
      ? [`${roots.length} roots: ${roots.map(({ code }) => code).join(', ')}`]
      : []),
    ...(truth.saysNot ?? []).flatMap(pattern =>
      loud
        .filter(({ title, remedy }) => holds(pattern, [title, remedy]))
        .map(({ code }) => `${code} says /${pattern}/`),
    ),
    ...(truth.anywhere ?? [])
      .filter(pattern => !holds(pattern, findings))
      .map(pattern => `nothing says /${pattern}/`),
    ...(truth.notPass ?? [])
      .filter(code =>
        checks.some(check => check.code === code && check.state === 'pass'),
      )
      .map(code => `${code} passes`),
  ];
}

/** Compares the assessment of the doctor with the truth. */
export function judgeCase(truth: Truth, assessment: Assessment): Judgement {
  const diagnosis = truth.diagnosis ?? {};
  return {
    wrong: wrongIn(truth, assessment),
    headline: headlineOf(diagnosis, assessment.findings[0]),
    remedy: remedyOf(diagnosis, assessment.findings),
    told: toldIn(diagnosis, assessment),
  };
}
