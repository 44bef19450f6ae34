import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import { clusterSourceOf } from './clusterSourceOf';

const repositories = parsePlatformRepositories([
  { url: 'https://github.com/acme/platform' },
]);

describe('clusterSourceOf', () => {
  it.each([
    [
      'url:https://github.com/acme/platform/blob/main/a/cluster.yaml',
      'platformRepository',
    ],
    [
      'url:https://github.com/acme/platform/blob/draft/a/cluster.yaml',
      'handWritten',
    ],
    ['aws-eks:arn:aws:eks:eu-west-1:123456789012:cluster/a', 'eksDiscovery'],
    ['url:aws-eks:arn:aws:eks:eu-west-1:123456789012:cluster/a', 'handWritten'],
    ['url:https://github.com/acme/elsewhere/blob/main/a.yaml', 'handWritten'],
    [undefined, 'handWritten'],
  ])('%s is %s', (location, source) => {
    expect(clusterSourceOf(location, repositories)).toBe(source);
  });
});
