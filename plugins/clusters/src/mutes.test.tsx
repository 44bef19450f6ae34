import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW } from '@clusterworks/kube-fixtures';
import type {
  ClusterMute,
  ClustersApi,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { assessment, clusterDetail } from './__testUtils__/fixtures';
import { refusal, renderEntity, stopClock } from './__testUtils__/renderPages';

stopClock();

const [finding, ...others] = assessment.findings;
const HOUR = 3_600_000;
const inHours = (hours: number) =>
  new Date(Date.parse(NOW) + hours * HOUR).toISOString();

const mute = (until: string) => ({
  ...{ reason: '<img src=x onerror=alert(1)>', by: 'user:default/dana' },
  ...{ at: NOW, until },
});
const mutedUntil = (until: string) => ({
  getCluster: async () =>
    clusterDetail({
      assessment: {
        ...assessment,
        findings: [{ ...finding, mute: mute(until) }, ...others],
      },
    }),
  getMutes: async () => ({
    items: [{ ...mute(until), finding: finding.id, title: finding.title }],
    maxHours: 720,
  }),
});

/** The findings tab, with the first finding opened. */
async function open(overrides: Partial<ClustersApi>) {
  const api = clustersApiFake(overrides);
  renderEntity(
    api,
    'entity-content:clusters/findings',
    {},
    { search: `?open=${finding.id}` },
  );
  await screen.findByRole('table', { name: 'Findings' });
  return api;
}

describe('mutes', () => {
  it('are made with a reason and an end', async () => {
    const user = userEvent.setup();
    const muteFinding = jest.fn(async () => ({} as ClusterMute));
    await open({ muteFinding });
    await user.click(await screen.findByRole('button', { name: 'Mute …' }));
    const send = screen.getByRole('button', { name: 'Mute' });
    expect(send).toBeDisabled();
    await user.type(screen.getByLabelText(/^Why/), '  We know.  ');
    await user.click(send);
    await waitFor(() =>
      expect(muteFinding).toHaveBeenCalledWith('search-dev', finding.id, {
        reason: 'We know.',
        until: new Date(Date.parse(NOW) + 168 * HOUR - 60_000).toISOString(),
      }),
    );
    // The form closes.
    await screen.findByRole('button', { name: 'Mute …' });
  });

  it('offer no longer time than the portal allows', async () => {
    const user = userEvent.setup();
    const muteFinding = jest.fn(async () => ({} as ClusterMute));
    await open({
      muteFinding,
      getMutes: async () => ({ items: [], maxHours: 2 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Mute …' }));
    await user.type(screen.getByLabelText(/^Why/), 'We know.');
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    await waitFor(() =>
      expect(muteFinding).toHaveBeenCalledWith(
        'search-dev',
        finding.id,
        expect.objectContaining({
          until: new Date(Date.parse(NOW) + 2 * HOUR - 60_000).toISOString(),
        }),
      ),
    );
  });

  it('that are refused say why', async () => {
    const user = userEvent.setup();
    const why = 'until: a mute lasts 24 hours at most';
    await open({
      muteFinding: async () => {
        throw await refusal(400, 'InputError', why);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Mute …' }));
    await user.type(screen.getByLabelText(/^Why/), 'We know.');
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    expect(await screen.findByText(new RegExp(why))).toBeInTheDocument();
    expect(screen.getByLabelText(/^Why/)).toHaveValue('We know.');
  });

  it('show who, why and until when, as text, and can be ended', async () => {
    const user = userEvent.setup();
    const unmuteFinding = jest.fn(async () => {});
    await open({ ...mutedUntil(inHours(5)), unmuteFinding });
    const list = await screen.findByRole('table', { name: 'Muted findings' });
    const row = within(list).getByRole('row', { name: new RegExp('dana') });
    expect(row).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(screen.getByText(/^Muted until .* by dana/)).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Mute …' })).toBeNull();
    await user.click(
      within(row).getByRole('button', { name: `Unmute: ${finding.title}` }),
    );
    await waitFor(() =>
      expect(unmuteFinding).toHaveBeenCalledWith('search-dev', finding.id),
    );
  });

  it('that have ended mark nothing, however old the answer is', async () => {
    await open(mutedUntil(inHours(-1)));
    await screen.findByRole('button', { name: 'Mute …' });
    expect(screen.queryByText(/muted until/i)).toBeNull();
  });
});
