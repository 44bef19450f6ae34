import { firstImageRelease } from '@clusterworks/plugin-clusters-spec';
import { readAssets } from './assets/readAssets';
import { sha256 } from './records';

/**
 * All clusters of a platform repository use the base of NodeClasses and
 * NodePools, even clusters that are not rendered again. A change of any field
 * that Karpenter compares would replace the nodes of all of them at once, so
 * these files must never change. New settings of nodes go into the overlay.
 */
const frozen: Record<string, string> = {
  'platform/karpenter/nodeclasses/default.yaml':
    '35ceb50411c2a0c8ec94d4ba07108a8078595c6ef9102bfc249ea6e404582231',
  'platform/karpenter/nodeclasses/gpu.yaml':
    '7a0e3983da1332152ff18a80762c1e3f11a5660a3cf489a4776934ca74b02001',
  'platform/karpenter/nodepools/general.yaml':
    'db79031f9ae6567447aff719a9244c153fbe360107006af9ad1d3513e6c481da',
  'platform/karpenter/nodepools/gpu.yaml':
    '35f7629a1256b64eb09db1bc2a70d33dcd25d39381a98ca97c68b832f7007e1e',
};

describe('shared files that would replace nodes everywhere', () => {
  const files = Object.fromEntries(
    Object.entries(readAssets('platform/karpenter')).filter(([path]) =>
      /\/node(classes|pools)\//.test(path),
    ),
  );

  it('stay as they are', () => {
    expect(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path, sha256(text)]),
      ),
    ).toEqual(frozen);
  });

  it('pin the image release of clusters that name none', () => {
    const aliases = Object.values(files).flatMap(
      text => text.match(/al2023@v\d+/g) ?? [],
    );
    expect(new Set(aliases)).toEqual(new Set([`al2023@${firstImageRelease}`]));
  });
});
