import { ago } from '@clusterworks/kube-fixtures';
import { sourceNames } from '../../kinds';
import { NOW, snapshotOf, type World } from '../world';
import { assess } from '../../assess/assess';

/** A cluster with one fault, and the expected findings. */
export interface Scenario {
  given: string;
  cluster: World;
  /** Code of the critical finding, which is the root cause. */
  cause: string;
  /** Other findings with a higher severity than info. Default: none. */
  beside?: string[];
  /** How many objects the root cause is about; default: one. */
  objects?: number;
  /** Expected in the title of the root cause. */
  says?: string;
  /** Codes of the findings that the root cause explains. */
  follows?: string[];
}

/**
 * Tests that each cluster has one root cause, which explains the other
 * findings, and that no cluster looks healthy when one source is lost.
 */
export function describeScenarios(scenarios: readonly Scenario[]): void {
  const table = scenarios.map(each => [each.given, each] as const);

  it.each(table)('one cause: %s', (_, scenario) => {
    const { assessment } = assess(snapshotOf(scenario.cluster), undefined, NOW);
    const { findings, verdict } = assessment;
    const [cause] = findings;
    const loud = findings.filter(({ severity }) => severity !== 'info');
    expect(
      loud.map(({ severity, code, title }) => `${severity} ${code} ${title}`),
    ).toEqual(
      [`critical ${scenario.cause}`, ...(scenario.beside ?? [])].map(each =>
        expect.stringContaining(each),
      ),
    );
    expect(cause.title).toContain(scenario.says ?? '');
    expect(cause.subjectsTotal).toBe(scenario.objects ?? 1);
    const follows = findings
      .filter(({ id }) => cause.consequences.includes(id))
      .map(({ code }) => code);
    expect(follows).toEqual(expect.arrayContaining(scenario.follows ?? []));
    expect(verdict).toBe('critical');
  });

  it.each(table)('never healthy without a source: %s', (_, { cluster }) => {
    const whole = snapshotOf(cluster);
    const wrong = sourceNames.filter(source => {
      const lost = { state: 'forbidden' as const, items: [] };
      const blind = {
        ...whole,
        resources: { ...whole.resources, [source]: lost },
      };
      // Some of the remaining findings fire only after they have lasted for a
      // while.
      const { memory } = assess(blind, undefined, ago('6m'));
      const { assessment } = assess(blind, memory, NOW);
      return assessment.verdict === 'healthy';
    });
    expect(wrong).toEqual([]);
  });
}
