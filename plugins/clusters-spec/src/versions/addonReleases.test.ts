import { addonVersionSchema } from '../spec/awsSchemas';
import { addonReleaseFor, eksAddonNames } from './addonReleases';
import { versionProfiles } from './versionProfiles';

describe('addonReleaseFor', () => {
  it.each([
    ['coreDns', '1.32', 'v1.11.4-eksbuild.33'],
    ['coreDns', '1.33', 'v1.13.2-eksbuild.4'],
    ['coreDns', '1.35', 'v1.13.2-eksbuild.4'],
    ['coreDns', '1.36', 'v1.14.3-eksbuild.14'],
    // Nobody has reported a version for this minor yet.
    ['coreDns', '1.37', undefined],
    ['certManager', '1.33', undefined],
  ] as const)('%s for Kubernetes %s is %s', (name, kubernetes, version) => {
    expect(addonReleaseFor(name, kubernetes)?.version).toBe(version);
  });

  it('gives versions that the spec accepts, with their source', () => {
    for (const name of eksAddonNames) {
      const release = addonReleaseFor(name, '1.35');
      expect(addonVersionSchema.safeParse(release?.version).success).toBe(true);
      expect(release?.source).not.toBe('');
      expect(release?.asOf).toMatch(/^2026-\d\d-\d\d$/);
    }
  });

  it('knows what every cluster needs for each profile', () => {
    const needed = [
      'coreDns',
      'podIdentityAgent',
      'ebsCsiDriver',
      'metricsServer',
    ] as const;
    const missing = Object.values(versionProfiles).flatMap(({ versions }) =>
      needed.filter(name => !addonReleaseFor(name, versions.kubernetes)),
    );
    expect(missing).toEqual([]);
  });
});
