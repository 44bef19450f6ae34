import fc from 'fast-check';
import {
  checkVersions,
  ciliumLines,
  karpenterLines,
  kubernetesLines,
  minorOf,
  versionProfiles,
} from '../versions';
import { upgradePath } from './upgradePath';

const { seed, stable, latest } = versionProfiles;
const words = (from: typeof stable.versions, to: typeof stable.versions) =>
  upgradePath(from, to)?.map(
    step => `${step.component} ${step.from} ${step.to}`,
  );

describe('upgradePath', () => {
  it('is empty when no newer version exists', () => {
    expect(words(stable.versions, stable.versions)).toEqual([]);
    expect(words(latest.versions, stable.versions)).toEqual([]);
  });

  it('moves Karpenter before the Kubernetes that needs it, and Cilium by minors', () => {
    expect(words(stable.versions, latest.versions)).toEqual([
      'karpenter 1.14.3 1.15.1',
      'cilium 1.19.9 1.20.4',
      'kubernetes 1.35 1.36',
    ]);
  });

  it('has a path from the oldest known versions', () => {
    const steps = upgradePath(seed.versions, stable.versions) ?? [];
    const of = (component: string) =>
      steps.filter(step => step.component === component).map(({ to }) => to);
    expect(of('kubernetes')).toEqual(['1.32', '1.33', '1.34', '1.35']);
    expect(of('cilium').map(minorOf)).toEqual(['1.17', '1.18', '1.19']);
    expect(of('karpenter').at(-1)).toBe('1.14.3');
  });

  it('gives the warnings about a step, and since when they hold', () => {
    const [step] =
      upgradePath(
        { kubernetes: '1.30', karpenter: '1.5.8', cilium: '1.17.18' },
        { kubernetes: '1.31', karpenter: '1.5.8', cilium: '1.17.18' },
        '2026-12-01',
      ) ?? [];
    expect(step).toMatchObject({
      component: 'kubernetes',
      warnings: [expect.stringContaining('2026-11-26')],
    });
  });

  it('finds no path to versions that the matrix refuses', () => {
    expect(
      upgradePath(stable.versions, {
        ...stable.versions,
        cilium: '1.20.1',
      }),
    ).toBeUndefined();
  });

  it('skips no minor, goes through nothing that is refused, and never back', () => {
    const set = fc.record({
      kubernetes: fc.constantFrom(...kubernetesLines.map(each => each.minor)),
      karpenter: fc.constantFrom(...karpenterLines.map(each => each.newest)),
      cilium: fc.constantFrom(...ciliumLines.map(each => each.newest)),
    });
    fc.assert(
      fc.property(set, set, (from, to) => {
        const now = { ...from };
        const problems = (upgradePath(from, to) ?? []).flatMap(step => {
          const lines: readonly { line?: string; minor?: string }[] =
            step.component === 'kubernetes' ? kubernetesLines : ciliumLines;
          const at = (version: string) =>
            lines.findIndex(
              each => (each.line ?? each.minor) === minorOf(version),
            );
          const skipped =
            step.component !== 'karpenter' && at(step.to) - at(step.from) > 1;
          const begun = now[step.component] === step.from;
          now[step.component] = step.to;
          return [
            ...checkVersions(now).errors.map(({ message }) => message),
            ...(skipped ? [`skips a minor: ${step.to}`] : []),
            ...(begun ? [] : [`does not begin where it is: ${step.from}`]),
          ];
        });
        expect(problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
