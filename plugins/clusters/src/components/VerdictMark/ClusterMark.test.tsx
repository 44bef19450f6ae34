import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ClusterMark } from './ClusterMark';

describe('ClusterMark', () => {
  it.each([
    ['Being built', { verdict: 'unknown', phase: 'building' }],
    ['Critical · Being built', { verdict: 'critical', phase: 'building' }],
    ['Healthy · Being taken down', { verdict: 'healthy', phase: 'draining' }],
    [
      'Healthy · Drained, to be removed',
      { verdict: 'healthy', phase: 'draining', drained: true },
    ],
    ['Healthy', { verdict: 'healthy', phase: 'running' }],
    ['Unknown', { verdict: 'unknown' }],
  ] as const)('says %s', async (words, row) => {
    renderInTestApp(<ClusterMark row={row} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
