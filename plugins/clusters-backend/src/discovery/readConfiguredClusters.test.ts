import { ConfigReader } from '@backstage/config';
import { readConfiguredClusters } from './readConfiguredClusters';
import { ReadableProviders } from './ReadableProviders';

function readNamed(name: string) {
  const clusters = [
    { name, url: 'https://a.eks.amazonaws.com', authProvider: 'aws' },
  ];
  const config = new ConfigReader({
    kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
  });
  const [cluster] = readConfiguredClusters(
    config,
    new ReadableProviders(new Map()),
  );
  return cluster;
}

describe('readConfiguredClusters', () => {
  it('refuses a name that is too long, with a clear message', () => {
    expect(readNamed('x'.repeat(253))).not.toHaveProperty('refusal');
    const refused = readNamed('x'.repeat(300));
    expect(refused).toMatchObject({
      name: 'x'.repeat(253),
      refusal: 'Its name has 300 characters; at most 253 are allowed',
    });
    expect(refused).not.toHaveProperty('details');
  });
});
