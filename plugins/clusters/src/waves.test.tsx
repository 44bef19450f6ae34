import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Wave, WaveRequest } from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { refusal, renderFleet, stopClock } from './__testUtils__/renderPages';

stopClock();

const at = '2026-11-22T11:00:00.000Z';

const wave: Wave = {
  id: 'w1',
  change: { what: 'kubernetes', to: '1.36' },
  status: 'halted',
  ...{ since: at, startedAt: at, startedBy: 'user:default/jane' },
  ...{ opensBy: 'app', atOnce: 5, settleMinutes: 30, acceptDegraded: false },
  halt: { reason: 'critical', cluster: 'search-dev' },
  steps: [
    {
      ...{ cluster: 'payments-dev', environment: 'dev', stage: 0, since: at },
      state: 'done',
      pull: { number: 41, url: 'https://git/41', title: 'Upgrade' },
    },
    {
      ...{ cluster: 'search-dev', environment: 'dev', stage: 0, since: at },
      ...{ state: 'applying', verdict: 'critical' },
      entityRef: 'resource:default/search-dev',
    },
    {
      ...{ cluster: 'shop-prod', environment: 'prod', stage: 1, since: at },
      state: 'toOpen',
    },
  ],
  hidden: 2,
  log: [
    { at, event: 'halted.critical', cluster: 'search-dev' },
    { at, event: 'started', by: 'user:default/jane' },
  ],
  commands: ['resume', 'stop'],
};

describe('the page of a wave', () => {
  it('says what halts it, and who is waited for', async () => {
    const getWave = jest.fn(async () => wave);
    renderFleet(clustersApiFake({ getWave }), '/clusters/waves/w1');
    expect(
      await screen.findByText(/search-dev is critical/),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Kubernetes 1.36' });
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    expect(row(/^payments-dev/)).toHaveTextContent('Donenobody#41');
    expect(row(/search-dev/)).toHaveTextContent(
      'Being appliedthe next apply, and nodes of the new version',
    );
    expect(row(/^shop-prod/)).toHaveTextContent('a person who opens it');
    expect(within(table).getByText('Group 2: prod')).toBeInTheDocument();
    expect(
      screen.getByText('2 more clusters that you do not see'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('resumes it, without the cluster too, and says why it cannot', async () => {
    const commandWave = jest
      .fn()
      .mockRejectedValueOnce(
        await refusal(409, 'ConflictError', 'search-dev is critical'),
      )
      .mockResolvedValue(wave);
    const getWave = jest.fn(async () => wave);
    renderFleet(
      clustersApiFake({ getWave, commandWave }),
      '/clusters/waves/w1',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Resume' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /That did not work: .*search-dev is critical/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Resume without search-dev' }),
    );
    expect(commandWave.mock.calls).toEqual([
      ['w1', 'resume', {}],
      ['w1', 'resume', { skip: ['search-dev'] }],
    ]);
  });

  it('says that nothing but a person ends a pause, and what is so', async () => {
    const [, applying, toOpen] = wave.steps;
    const paused: Wave = {
      ...{ ...wave, status: 'paused', halt: undefined },
      change: { what: 'karpenter', to: '1.15.1' },
      ...{ atOnce: 1, settleMinutes: 0 },
      steps: [applying, { ...toOpen, state: 'waiting' }],
    };
    const getWave = jest.fn(async () => paused);
    renderFleet(clustersApiFake({ getWave }), '/clusters/waves/w1');
    const table = await screen.findByRole('table');
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    expect(row(/^shop-prod/)).toHaveTextContent(
      'a person who resumes the wave',
    );
    expect(row(/search-dev/)).toHaveTextContent(
      'the next apply, and Karpenter in the new version',
    );
    expect(
      screen.getByText(
        /One cluster of an environment at a time; healthy before the next/,
      ),
    ).toBeInTheDocument();
  });

  it('begins no cluster of a wave that is stopped, and follows none', async () => {
    const other = { number: 9, url: 'https://git/9', title: 'Freeze' };
    const [done, applying, toOpen] = wave.steps;
    const stopped: Wave = {
      ...{ ...wave, status: 'stopped', halt: undefined, commands: [] },
      steps: [
        done,
        applying,
        toOpen,
        { ...toOpen, cluster: 'tools-prod', state: 'waiting' },
        { ...toOpen, cluster: 'web-prod', state: 'blocked', other },
      ],
    };
    const getWave = jest.fn(async () => stopped);
    renderFleet(clustersApiFake({ getWave }), '/clusters/waves/w1');
    const table = await screen.findByRole('table');
    const row = (name: RegExp) => within(table).getByRole('row', { name });
    for (const name of [/^shop-prod/, /^tools-prod/, /^web-prod/]) {
      expect(row(name)).toHaveTextContent('Not begunnobody—');
    }
    expect(within(table).queryByText('Open the pull request')).toBeNull();
    expect(row(/search-dev/)).toHaveTextContent(
      'Being applied, when it was stoppedthe wave follows it no more',
    );
    expect(row(/^payments-dev/)).toHaveTextContent('Donenobody#41');
  });

  it('stops it only after a question', async () => {
    const commandWave = jest.fn(async () => wave);
    const getWave = jest.fn(async () => wave);
    renderFleet(
      clustersApiFake({ getWave, commandWave }),
      '/clusters/waves/w1',
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(commandWave).not.toHaveBeenCalled();
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stop' }));
    expect(commandWave).toHaveBeenCalledWith('w1', 'stop', {});
  });
});

describe('the page of waves', () => {
  it('lists them, and has words for none', async () => {
    const getWaves = jest.fn(async () => ({ items: [wave] }));
    renderFleet(clustersApiFake({ getWaves }), '/clusters/waves');
    const row = await screen.findByRole('row', { name: /Kubernetes 1.36/ });
    expect(row).toHaveTextContent('Halted');
    expect(row).toHaveTextContent('1 of 3 done');
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/clusters/waves/w1',
    );
  });
});

describe('the form that starts a wave', () => {
  it('starts exactly what the plan shows, with the filter of the address', async () => {
    const planWave = jest.fn(async () => ({
      stages: [
        { environment: 'dev', clusters: ['a', 'b'] },
        { environment: 'prod', clusters: ['c'] },
      ],
      leftOut: [{ cluster: 'd', why: 'tooFar' as const }],
      opensBy: 'person' as const,
    }));
    const startWave = jest.fn(async () => wave);
    const getWave = jest.fn(async () => wave);
    renderFleet(
      clustersApiFake({ planWave, startWave, getWave }),
      '/clusters/waves/new?q=env:dev&what=images',
    );
    expect(await screen.findByText('dev: a, b')).toBeInTheDocument();
    expect(
      screen.getByText('d: more than one minor version behind'),
    ).toBeInTheDocument();
    expect(screen.getByText(/token of a person/)).toBeInTheDocument();
    expect(planWave).toHaveBeenCalledWith(
      expect.objectContaining({
        change: { what: 'images', to: expect.stringMatching(/^v20/) },
        filter: 'env:dev',
      }),
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Start with 3 clusters' }),
    );
    expect(startWave).toHaveBeenCalledWith(
      expect.objectContaining({ clusters: ['a', 'b', 'c'] }),
    );
    expect(startWave).toHaveBeenCalledWith(
      expect.not.objectContaining({ filter: expect.anything() }),
    );
    expect(
      await screen.findByText(/search-dev is critical/),
    ).toBeInTheDocument();
  });
});

describe('the plan of the form', () => {
  const plan = {
    stages: [{ environment: 'dev', clusters: ['a'] }],
    leftOut: [],
    opensBy: 'app' as const,
  };
  const path = '/clusters/waves/new?q=a';

  it('keeps the button while the groups are planned anew', async () => {
    const planWave = jest
      .fn()
      .mockResolvedValueOnce(plan)
      .mockReturnValue(new Promise(() => {}));
    const startWave = jest.fn(async () => wave);
    const getWave = jest.fn(async () => wave);
    renderFleet(clustersApiFake({ planWave, startWave, getWave }), path);
    const start = await screen.findByRole('button', { name: /^Start with 1/ });
    const atOnce = screen.getByRole('textbox', { name: /^At most at a time/ });
    await userEvent.clear(atOnce);
    await userEvent.type(atOnce, '2');
    // The press is what ends the typing of the number.
    await userEvent.click(start);
    expect(startWave).toHaveBeenCalledWith(
      expect.objectContaining({ atOnce: 2, clusters: ['a'] }),
    );
    expect(planWave).toHaveBeenCalledTimes(2);
  });

  it('says that a filter matches nothing', async () => {
    const planWave = jest.fn(async () => ({ ...plan, stages: [] }));
    renderFleet(clustersApiFake({ planWave }), path);
    expect(
      await screen.findByText('No cluster matches the filter.'),
    ).toBeInTheDocument();
  });

  it('offers the version before one that is too far for all', async () => {
    const planWave = jest.fn(async ({ change }: WaveRequest) =>
      change.to === '1.36'
        ? plan
        : {
            ...{ ...plan, stages: [] },
            leftOut: [{ cluster: 'a', why: 'tooFar' as const }],
          },
    );
    renderFleet(clustersApiFake({ planWave }), `${path}&to=1.37`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Plan 1.36 instead' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Start with 1 cluster' }),
    ).toBeEnabled();
    expect(screen.queryByRole('button', { name: /instead/ })).toBeNull();
  });
});

describe('the matrix', () => {
  it('marks the clusters of a wave that is not over', async () => {
    const getWaves = jest.fn(async () => ({ items: [wave] }));
    renderFleet(clustersApiFake({ getWaves }), '/clusters?view=matrix');
    const mark = await screen.findByRole('link', {
      name: 'In a wave: Being applied',
    });
    expect(mark).toHaveAttribute('href', '/clusters/waves/w1');
  });

  it('keeps a line for the mark before waves are known', async () => {
    const getWaves = () => new Promise<never>(() => {});
    renderFleet(clustersApiFake({ getWaves }), '/clusters?view=matrix');
    const name = await screen.findByRole('rowheader', { name: /search-dev/ });
    expect(name.querySelector('.markLine')).toBeEmptyDOMElement();
  });
});
