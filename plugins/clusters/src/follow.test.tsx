import { screen, within } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ChangeProgress } from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { refusal } from './__testUtils__/renderPages';
import { clustersApiRef } from './api';
import clustersPlugin from '.';

const url = 'https://git.example/acme/platform/pull/7';
const pullRequest = {
  ...{ number: 7, url, title: 'Create cluster search-dev (dev)' },
  state: 'open' as const,
};
const open: ChangeProgress = {
  ...{ cluster: 'search-dev', operation: 'create', pullRequest },
  steps: [
    { id: 'opened', state: 'done', at: '2026-11-22T10:00:00Z', url },
    { id: 'checks', state: 'done' },
    { id: 'merged', state: 'waiting', url, detail: 'payments-team' },
    { id: 'applying', state: 'ahead' },
  ],
};

function render(answer: ChangeProgress | Error, search = `?pull=${url}`) {
  const getChangeProgress = jest.fn(async () => {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  renderTestApp({
    extensions: [clustersPlugin.getExtension('page:clusters')],
    apis: [[clustersApiRef, clustersApiFake({ getChangeProgress })]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/clusters/changes${search}`],
  });
  return getChangeProgress;
}

describe('page that follows a change', () => {
  it('says what is waited for, and links to no page that is not there', async () => {
    const asked = render(open);
    expect(
      await screen.findByText(
        'search-dev: somebody has to review and merge the pull request',
      ),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenCalledWith(url);
    const list = screen.getByRole('list', { name: 'Steps of the change' });
    const steps = within(list).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      expect.stringMatching(/Pull request openeddone, .* ago/),
      expect.stringContaining('Checksdone'),
      expect.stringContaining('Mergedwaiting (payments-team)'),
      expect.stringContaining('Applied by Terraformlater'),
    ]);
    expect(steps[2]).toHaveAttribute('aria-current', 'step');
    expect(screen.queryByText('Open the cluster')).toBeNull();
  });

  it('links to the cluster once the catalog has it', async () => {
    render({
      ...open,
      entityRef: 'resource:default/search-dev',
      pullRequest: { ...pullRequest, state: 'merged' },
      steps: open.steps.map(({ id }) => ({ id, state: 'done' })),
    });
    expect(
      await screen.findByRole('link', { name: 'Open the cluster' }),
    ).toHaveAttribute('href', '/catalog/default/resource/search-dev');
    expect(
      screen.getByText('search-dev is as the change wants it, and healthy.'),
    ).toBeInTheDocument();
    // Only of what comes after the merge a missing time is said.
    expect(screen.getByText('done, time not known')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    render({
      ...open,
      steps: [
        { id: 'opened', state: 'done' },
        { id: 'checks', state: 'failed', detail: 'Terraform plan' },
      ],
    });
    expect(
      await screen.findByText('search-dev: a check of the pull request failed'),
    ).toBeInTheDocument();
  });

  it('says why it cannot follow it, in the words of the backend', async () => {
    render(await refusal(404, 'NotFoundError', 'There is no pull request 7'));
    expect(
      await screen.findByText('There is no pull request 7'),
    ).toBeInTheDocument();
  });

  it('needs a pull request in its address', async () => {
    render(open, '');
    expect(
      await screen.findByText('This address names no pull request.'),
    ).toBeInTheDocument();
  });
});
