import { checkVersions } from './checkVersions';
import { versionProfileNames, versionProfiles } from './versionProfiles';
import {
  argocdLines,
  ciliumLines,
  karpenterLines,
  knownBadReleases,
  kubernetesLines,
} from './versionData';
import { minorOf } from './minors';

const stable = versionProfiles.stable.versions;
const codes = (messages: { code: string }[]) => messages.map(m => m.code);

describe('checkVersions', () => {
  it.each(['stable', 'latest'] as const)('%s has nothing to say', profile => {
    expect(
      checkVersions(versionProfiles[profile].versions, '2026-11-22'),
    ).toEqual({ errors: [], warnings: [] });
  });

  it('accepts the profile seed with visible warnings', () => {
    const { argocd, ...seed } = versionProfiles.seed.versions;
    const report = checkVersions(seed, '2026-11-27');
    expect(report.errors).toEqual([]);
    expect(codes(report.warnings)).toEqual([
      'version-untested',
      'support-ended',
      'support-ended',
    ]);
    expect(codes(checkVersions(seed).warnings)).toEqual(['version-untested']);
  });

  it('offers Kubernetes 1.37 with a warning about Cilium', () => {
    const report = checkVersions({
      kubernetes: '1.37',
      karpenter: '1.15.1',
      cilium: '1.20.4',
    });
    expect(report.errors).toEqual([]);
    expect(report.warnings).toEqual([
      {
        code: 'version-untested',
        component: 'cilium',
        message:
          'Cilium 1.20.4 is tested with Kubernetes 1.33 to 1.36, not with 1.37; the nearest set that works is Kubernetes 1.36, Karpenter 1.15.1, Cilium 1.20.4',
      },
    ]);
  });

  it.each([
    [
      'Karpenter outside of its table',
      { ...stable, kubernetes: '1.36', karpenter: '1.12.2' },
      'karpenter',
      'Karpenter 1.12.2 supports Kubernetes 1.26 to 1.35, not 1.36; the nearest set that works is Kubernetes 1.36, Karpenter 1.13.1, Cilium 1.20.4, Argo CD 3.5.7',
    ],
    [
      'Cilium more than one minor outside',
      { kubernetes: '1.35', karpenter: '1.14.3', cilium: '1.16.5' },
      'cilium',
      'Cilium 1.16.5 supports Kubernetes 1.27 to 1.30, not 1.35',
    ],
    [
      'a line that does not exist',
      { ...stable, cilium: '1.42.0' },
      'cilium',
      'not a release line',
    ],
    [
      'a Kubernetes that is too new',
      { ...stable, kubernetes: '1.40' },
      'kubernetes',
      'is newer than what',
    ],
    [
      'a Kubernetes that is too old',
      { ...stable, kubernetes: '1.20' },
      'kubernetes',
      'is older than what',
    ],
  ])('refuses %s', (_, versions, component, message) => {
    expect(checkVersions(versions).errors).toEqual([
      expect.objectContaining({
        component,
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('warns of extended support only with a date', () => {
    const versions = { ...stable, argocd: undefined, kubernetes: '1.34' };
    expect(checkVersions(versions).warnings).toEqual([]);
    expect(checkVersions(versions, '2026-12-02').warnings).toEqual([]);
    expect(codes(checkVersions(versions, '2026-12-03').warnings)).toEqual([
      'support-extended',
    ]);
    expect(codes(checkVersions(versions, '2027-12-03').warnings)).toEqual([
      'support-ended',
    ]);
  });

  it('uses release lines that each name a source and a date', () => {
    const lines = [
      ...kubernetesLines,
      ...karpenterLines,
      ...ciliumLines,
      ...argocdLines,
      ...knownBadReleases,
      ...Object.values(versionProfiles),
    ];
    for (const line of lines) {
      expect(line.source).not.toBe('');
      expect(line.asOf).toMatch(/^2026-\d\d-\d\d$/);
    }
    for (const { line, newest } of [...karpenterLines, ...ciliumLines]) {
      expect(minorOf(newest)).toBe(line);
    }
    expect(Object.keys(versionProfiles)).toEqual([...versionProfileNames]);
  });
});
