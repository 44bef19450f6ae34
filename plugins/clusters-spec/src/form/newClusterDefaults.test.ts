import { versionProfileNames, versionProfiles } from '../versions';
import { newClusterDefaults } from './newClusterDefaults';

describe('what holds in a new cluster', () => {
  it.each(versionProfileNames)('has the versions of profile %s', profile => {
    const { kubernetes } = versionProfiles[profile].versions;
    const { versions } = newClusterDefaults({
      spec: { versions: { profile } },
    });
    expect(versions).toMatchObject({ kubernetes });
  });

  it.each([
    ['nothing', {}],
    ['a spec that is empty', { spec: {} }],
    [
      'values that are none',
      {
        spec: {
          region: 'nowhere-1',
          network: { vpcCidr: 7 },
          versions: { profile: 'toString' },
        },
      },
    ],
  ])('is known of %s', (_, document) => {
    const { versions, addons, karpenter } = newClusterDefaults(document);
    const { kubernetes } = versionProfiles.stable.versions;
    expect(versions).toMatchObject({ kubernetes });
    expect(addons.metricsServer.enabled).toBe(true);
    expect(karpenter.ownerTags).toBe(true);
  });
});
