import type {
  Assessment,
  SourceReport,
} from '@clusterworks/plugin-clusters-common';
import {
  allKinds,
  assess,
  rules,
  type Snapshot,
  type SourceName,
} from '@clusterworks/plugin-clusters-health';
import type { ReadCase } from './readCase';

/** Result of judging a cluster with each source withheld in turn. */
export interface LostSources {
  /** Judgements with a source withheld. */
  judgements: number;
  /** Checks of rules that need or use a source that was withheld. */
  checks: number;
  /**
   * Cases in which such a check passed, or the verdict was healthy although it
   * depends on the source.
   */
  wrong: string[];
}

function without(
  snapshot: Snapshot,
  source: SourceName,
  state: SourceReport['state'],
): Snapshot {
  return {
    ...snapshot,
    resources: { ...snapshot.resources, [source]: { state, items: [] } },
  };
}

function concerned(source: SourceName): Set<string> {
  return new Set(
    rules
      .filter(({ needs, uses = [] }) => [...needs, ...uses].includes(source))
      .map(({ code }) => code),
  );
}

const concernedBy = new Map(
  allKinds.map(({ resource }) => [resource, concerned(resource)]),
);

/**
 * Judges a cluster again with each source forbidden. The check of a rule that
 * reads the source must not be `pass`, and must not become `not applicable` if
 * the rule fired before. The verdict must not be healthy if it depends on the
 * source.
 */
export function loseSources(
  name: string,
  { snapshot, now }: ReadCase,
  whole: Assessment,
): LostSources {
  const before = new Map(whole.checks.map(({ code, state }) => [code, state]));
  const result: LostSources = { judgements: 0, checks: 0, wrong: [] };
  for (const { resource: source, required } of allKinds) {
    if (snapshot.resources[source].state !== 'ok') {
      continue;
    }
    const codes = concernedBy.get(source) ?? new Set();
    const blind = without(snapshot, source, 'forbidden');
    const { assessment } = assess(blind, undefined, now);
    result.judgements += 1;
    for (const { code, state } of assessment.checks) {
      if (!codes.has(code)) {
        continue;
      }
      result.checks += 1;
      const isNowOff =
        state === 'notApplicable' && before.get(code) === 'fired';
      if (state === 'pass' || isNowOff) {
        result.wrong.push(`${name} without ${source}: ${code} ${state}`);
      }
    }
    if (required && assessment.verdict === 'healthy') {
      result.wrong.push(`${name} without ${source}: healthy`);
    }
  }
  return result;
}
