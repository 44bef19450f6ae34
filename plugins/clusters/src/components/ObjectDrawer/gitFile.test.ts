import { gitFile } from './gitFile';

const fileOf = (url?: string) =>
  gitFile({
    ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Resource' },
    metadata: {
      name: 'search-dev',
      annotations: url ? { 'backstage.io/view-url': url } : {},
    },
  });

describe('gitFile', () => {
  it('is the file of the entity', () => {
    const href = 'https://github.com/acme/platform/blob/main/a/cluster.yaml';
    expect(fileOf(href)).toEqual({ name: 'cluster.yaml', href });
  });

  it.each([undefined, 'data:text/html,x', 'https://github.com/a/'])(
    'is not known for %j',
    url => {
      expect(fileOf(url)).toBeUndefined();
    },
  );
});
