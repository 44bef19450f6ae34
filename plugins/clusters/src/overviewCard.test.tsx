import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ChangeProgress,
  FleetRow,
  FreezeResponse,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { assessment, clusterDetail, fleetRows } from './__testUtils__/fixtures';
import { refusal, renderEntity, stopClock } from './__testUtils__/renderPages';

stopClock();

const LATER = '2026-12-24T18:00Z';
const PAST = '2026-01-01T18:00Z';

describe('overview card', () => {
  it('shows where the cluster is not as git wants it, and where that is not known', async () => {
    const { row } = clusterDetail();
    const detail = clusterDetail({
      row: {
        ...row,
        differences: [
          { part: 'pools', state: 'differs', wanted: 'general', seen: 'old' },
          { part: 'images', state: 'unknown', wanted: 'v20261112' },
        ],
      },
    });
    const getCluster = jest.fn(async () => detail);
    renderEntity(
      clustersApiFake({ getCluster }),
      'entity-card:clusters/overview',
    );
    const table = await screen.findByRole('table', {
      name: 'Where the cluster differs from what git wants',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'WhatWantedSeen',
      'NodePoolsgeneralold',
      'Node imagesv20261112— not seen',
    ]);
  });

  it('shows nothing of it where the cluster is as git wants it', async () => {
    renderEntity(clustersApiFake(), 'entity-card:clusters/overview');
    await screen.findByRole('heading', { name: /Critical for 12 min/ });
    expect(screen.queryByText('Not as git wants it')).not.toBeInTheDocument();
  });

  it('links git, Argo CD and what its entity links', async () => {
    renderEntity(
      clustersApiFake(),
      'entity-card:clusters/overview',
      {
        'backstage.io/view-url':
          'https://github.com/acme/platform/blob/main/clusters/dev/search-dev/cluster.yaml',
        'argocd/app-selector': 'cluster=search-dev',
      },
      {
        argoCd: 'https://argocd.test/',
        links: [
          { title: 'EKS console', url: 'https://console.test/search-dev' },
          // eslint-disable-next-line no-script-url
          { title: 'Script', url: 'javascript:alert(1)' },
        ],
      },
    );
    const elsewhere = await screen.findByRole('region', { name: 'Elsewhere' });
    expect(
      within(elsewhere)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      [
        'cluster.yaml in git',
        'https://github.com/acme/platform/blob/main/clusters/dev/search-dev/cluster.yaml',
      ],
      [
        'cluster=search-dev in Argo CD',
        'https://argocd.test/applications?labels=cluster%3Dsearch-dev',
      ],
      ['EKS console', 'https://console.test/search-dev'],
      ['Kubernetes tab of the cluster', expect.stringMatching(/\/kubernetes$/)],
    ]);
  });

  it('says why there is no verdict, and what a new cluster waits for', async () => {
    renderEntity(
      clustersApiFake({
        getCluster: async () =>
          clusterDetail({
            assessment: {
              ...assessment,
              doubt: 'no pod of cilium-operator is ready',
              building: {
                waitsFor: 'a Ready node',
                expectedBy: assessment.observedAt,
              },
            },
          }),
      }),
      'entity-card:clusters/overview',
    );
    expect(
      await screen.findByText(/no verdict yet: no pod of cilium-operator/),
    ).toBeVisible();
    expect(
      screen.getByText(/waits for a Ready node\. After .*2026.* are findings/),
    ).toBeVisible();
  });

  it('links the pages of the host that help with the root finding', async () => {
    const [root, ...others] = assessment.findings;
    const links = [{ title: 'Runbook', url: 'https://runbooks.test/subnet' }];
    renderEntity(
      clustersApiFake({
        getCluster: async () =>
          clusterDetail({
            assessment: {
              ...assessment,
              findings: [{ ...root, links }, ...others],
            },
          }),
      }),
      'entity-card:clusters/overview',
    );
    expect(
      await screen.findByRole('link', { name: 'Runbook' }),
    ).toHaveAttribute('href', 'https://runbooks.test/subnet');
  });

  it('shows sentence, remedy, consequences and evidence of the root finding', async () => {
    const user = userEvent.setup();
    renderEntity(clustersApiFake(), 'entity-card:clusters/overview');
    expect(
      await screen.findByRole('heading', {
        name: /Critical for 12 min · Node .* gets no addresses in subnet-b/,
      }),
    ).toBeInTheDocument();
    const [{ remedy, evidence, consequences }] = assessment.findings;
    const command = remedy.find(step => step.command)?.command ?? '';
    expect(screen.getByText(command)).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', {
        name: `${consequences.length} consequences`,
      }),
    );
    // Among the consequences, then within what happened.
    expect(
      screen.getAllByText(/14 pods have waited for a node/)[0],
    ).toBeVisible();
    const [{ subjects = [] }] = assessment.findings;
    expect(subjects.length).toBeGreaterThan(1);
    await user.click(
      screen.getByRole('button', { name: `${subjects.length} objects` }),
    );
    for (const { kind, name } of subjects) {
      expect(screen.getByText(`${kind} ${name}`)).toBeVisible();
    }
    await user.click(
      screen.getByRole('button', {
        name: `Evidence (${evidence.length} fields)`,
      }),
    );
    expect(screen.getAllByText(evidence[0].path)[0]).toBeVisible();
    expect(
      screen.getAllByText(/EC2NodeClass gpu finds no subnet/)[0],
    ).toBeInTheDocument();
  });

  it.each([
    ['notProvisioned', 'Not provisioned yet'],
    ['unreachable', 'The API server cannot be reached'],
    ['forbidden', 'The portal has no access to this cluster'],
    ['connecting', 'Reading the cluster for the first time'],
  ] as const)('says why when a cluster is %s', async (state, title) => {
    const { row: own } = clusterDetail();
    const { name, entityRef } = own;
    const row = { ...fleetRows[4], name, entityRef, connection: { state } };
    renderEntity(
      clustersApiFake({ getCluster: async () => ({ row }) }),
      'entity-card:clusters/overview',
    );
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  /** The card of a cluster that is not provisioned, and of its creation. */
  function renderNew(getCreationProgress: () => Promise<ChangeProgress>) {
    const { name, entityRef } = clusterDetail().row;
    const row = {
      ...fleetRows.find(({ provisioned }) => !provisioned),
      ...{ name, entityRef },
    } as FleetRow;
    const getCluster = async () => ({ row });
    const api = clustersApiFake({ getCluster, getCreationProgress });
    renderEntity(api, 'entity-card:clusters/overview');
  }

  it('shows the steps of the creation of a cluster that is being built', async () => {
    const url = 'https://git.example/acme/platform/pull/7';
    const title = 'Create cluster search-dev (dev)';
    renderNew(async () => ({
      ...{ cluster: 'search-dev', operation: 'create' },
      pullRequest: { number: 7, url, title, state: 'merged' },
      steps: [
        { id: 'merged', state: 'done', at: '2026-11-22T09:00:00Z', url },
        { id: 'applying', state: 'waiting', at: '2026-11-22T09:00:00Z' },
      ],
    }));
    const creation = await screen.findByRole('region', {
      name: 'How this cluster comes to be',
    });
    const steps = within(creation).getAllByRole('listitem');
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/Mergeddone, .* ago/),
      expect.stringMatching(/Applied by Terraformwaiting, for /),
    ]);
    expect(
      within(creation).getByRole('link', { name: 'Follow this change' }),
    ).toHaveAttribute(
      'href',
      `/clusters/changes?pull=${encodeURIComponent(url)}`,
    );
  });

  it('shows no steps where no pull request is known', async () => {
    const asked = jest.fn(async () => {
      throw await refusal(404, 'NotFoundError', 'No pull request is known');
    });
    renderNew(asked);
    expect(await screen.findByText('Not provisioned yet')).toBeInTheDocument();
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(screen.queryByRole('region', { name: /comes to be/ })).toBeNull();
    expect(screen.queryByText(/No pull request is known/)).toBeNull();
  });

  it.each([
    [
      'nameTaken',
      'Refused: another cluster holds this name',
      'resource:other/search-dev claims this name, too, and is refused',
    ],
    [
      'sameCluster',
      'This cluster is described twice',
      'resource:other/search-dev describes this cluster, too, and is not read',
    ],
    [
      'clusterId',
      'Refused: another cluster holds this EKS name',
      'resource:other/search-dev asks for tokens for this EKS cluster at another API server, and is refused',
    ],
  ] as const)(
    'tells two apart that claim to be one: %s',
    async (reason, title, other) => {
      const detail = clusterDetail();
      const claim = (entityRef: string) => ({
        ...{ name: 'search-dev', entityRef },
        ...{ source: 'handWritten' as const, reason },
      });
      const show = (row: Partial<FleetRow>) =>
        renderEntity(
          clustersApiFake({
            getCluster: async () => ({
              ...detail,
              row: { ...detail.row, ...row },
            }),
          }),
          'entity-card:clusters/overview',
        );
      // The page of the entity that has the name.
      const page = show({ otherClaims: [claim('resource:other/search-dev')] });
      expect(await screen.findByText(other)).toBeInTheDocument();
      expect(screen.getByText(/gets no addresses/)).toBeInTheDocument();
      page.unmount();
      // The same for a user who may not see the other entity.
      const hidden = { source: 'handWritten' as const, reason };
      const masked = show({ otherClaims: [hidden] });
      expect(await screen.findByText(/^Another cluster /)).toBeInTheDocument();
      masked.unmount();
      // The page of the other entity shows nothing of the first.
      show({
        entityRef: 'resource:first/search-dev',
        otherClaims: [claim('resource:default/search-dev')],
      });
      expect(await screen.findByText(title)).toBeInTheDocument();
      expect(
        screen.getByText(/resource:first\/search-dev/),
      ).toBeInTheDocument();
      expect(screen.queryByText(/gets no addresses/)).toBeNull();
    },
  );

  it.each([
    [LATER, /^Disruption is frozen until/],
    [PAST, /^The freeze of disruption is overdue since/],
  ])('says until when disruption is frozen: %s', async (until, title) => {
    renderEntity(clustersApiFake(), 'entity-card:clusters/overview', {
      'clusterworks.dev/frozen-until': until,
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it.each<[string, string, Partial<FreezeResponse>, RegExp]>([
    ['will be ended by the portal', LATER, {}, /At that time the portal opens/],
    [
      'only a person may end',
      LATER,
      { endedBy: 'person' },
      /Somebody has to end it then/,
    ],
    ['is about to be ended', PAST, {}, /within minutes/],
    [
      'nobody may end by itself',
      PAST,
      { endedBy: 'person' },
      /Somebody has to/,
    ],
    [
      'could not be ended',
      PAST,
      { problem: 'it has an open change already' },
      /tries again: it has an open change already/,
    ],
  ])('says of a freeze that it %s', async (_, until, freeze, text) => {
    const getFreeze = async (cluster: string) => ({
      ...{ cluster, until, overdue: until === PAST },
      ...{ endedBy: 'portal' as const, ...freeze },
    });
    renderEntity(
      clustersApiFake({ getFreeze }),
      'entity-card:clusters/overview',
      { 'clusterworks.dev/frozen-until': until },
    );
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Pull request that ends it' }),
    ).not.toBeInTheDocument();
  });

  it('links to the pull request that ends a freeze', async () => {
    const pullRequestUrl = 'https://github.test/acme/platform/pull/7';
    renderEntity(
      clustersApiFake({
        getFreeze: async cluster => ({
          ...{ cluster, until: PAST, overdue: true, endedBy: 'portal' },
          pullRequestUrl,
        }),
      }),
      'entity-card:clusters/overview',
      { 'clusterworks.dev/frozen-until': PAST },
    );
    expect(
      await screen.findByRole('link', { name: 'Pull request that ends it' }),
    ).toHaveAttribute('href', pullRequestUrl);
  });

  it('says nothing of a freeze where there is none', async () => {
    renderEntity(clustersApiFake(), 'entity-card:clusters/overview');
    await screen.findByRole('heading', { name: /Critical for 12 min/ });
    expect(screen.queryByText(/frozen|freeze/)).not.toBeInTheDocument();
  });

  it('shows nothing of a cluster on an entity that only shares its name', async () => {
    const detail = clusterDetail();
    const row = { ...detail.row, entityRef: 'resource:other/search-dev' };
    renderEntity(
      clustersApiFake({ getCluster: async () => ({ ...detail, row }) }),
      'entity-content:clusters/findings',
    );
    expect(
      await screen.findByText('Refused: another cluster holds this name'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/gets no addresses/)).toBeNull();
  });

  it('says that the name is taken by a cluster that the reader may not see', async () => {
    renderEntity(
      clustersApiFake({
        getCluster: async () => {
          throw await refusal(404, 'NotFoundError', 'no such cluster');
        },
      }),
      'entity-card:clusters/overview',
      { 'clusterworks.dev/name-taken-by': 'resource:other/search-dev' },
    );
    expect(
      await screen.findByText('Refused: another cluster holds this name'),
    ).toBeInTheDocument();
  });

  it('says when the backend does not know the cluster', async () => {
    renderEntity(
      clustersApiFake({
        getCluster: async () => {
          throw await refusal(404, 'NotFoundError', 'no such cluster');
        },
      }),
      'entity-card:clusters/overview',
    );
    expect(
      await screen.findByText('The backend does not know this cluster'),
    ).toBeInTheDocument();
  });
});
