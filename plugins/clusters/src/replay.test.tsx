import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW } from '@clusterworks/kube-fixtures';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import { renderFleet } from './__testUtils__/renderPages';
import { subnetFull } from './__testUtils__/subnetFull';

// Backstage keeps the language of the last reader.
afterEach(() => window.localStorage.clear());

const objects = subnetFull();
const capture = JSON.stringify({
  ...{ apiVersion: 'clusterworks.dev/v1alpha1', kind: 'ClusterCapture' },
  ...{ cluster: '<b>search-dev</b>', capturedAt: NOW },
  ...{ serverVersion: 'v1.35.4' },
  resources: allKinds.map(({ groupResource, resource }) => ({
    ...{ resource: groupResource, state: 'ok' },
    items: objects[resource] ?? [],
  })),
});

/** A file as browsers give it; jsdom's cannot be read as text. */
function fileOf(text: string): File {
  const file = new File([text], 'capture.json', { type: 'application/json' });
  return Object.assign(file, { text: async () => text });
}

async function open(text: string, language = 'en') {
  const api = clustersApiFake();
  renderFleet(api, '/clusters/replay', language);
  const label = language === 'de' ? 'Dateien wählen' : 'Choose files';
  const input = await screen.findByLabelText(label, { selector: 'input' });
  await userEvent.upload(input, fileOf(text));
  return api;
}

describe('the page that opens captures', () => {
  it('shows the pages of the cluster as it was, and asks no backend', async () => {
    const api = await open(capture);
    expect(
      await screen.findByRole('heading', {
        name: 'Capture of <b>search-dev</b>',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('note')).toHaveTextContent(
      /how the cluster was on Sun, 22 Nov 2026.*not the cluster of now/,
    );
    // Ages are those of the capture, whenever it is opened.
    expect(
      screen.getByRole('heading', { name: /^.*Critical for 12 min · / }),
    ).toBeInTheDocument();
    expect(screen.getAllByText('captured')).not.toEqual([]);
    expect(screen.getByText(/it has no history/)).toBeInTheDocument();
    for (const [tab, table] of [
      ['Karpenter', 'NodePools of this cluster'],
      ['Findings', 'Findings'],
    ]) {
      await userEvent.click(screen.getByRole('tab', { name: tab }));
      expect(
        await screen.findByRole('table', { name: table }),
      ).toBeInTheDocument();
    }
    for (const asked of Object.values(api)) {
      expect(asked).not.toHaveBeenCalled();
    }
  });

  it('stays open when Backstage begins the page anew', async () => {
    const api = clustersApiFake();
    const page = renderFleet(api, '/clusters/replay');
    const input = await screen.findByLabelText('Choose files', {
      selector: 'input',
    });
    await userEvent.upload(input, fileOf(capture));
    await screen.findByRole('heading', { name: /^Capture of/ });
    page.unmount();
    renderFleet(api, '/clusters/replay');
    expect(
      await screen.findByRole('heading', { name: /^Capture of/ }),
    ).toBeInTheDocument();
  });

  it('offers no change', async () => {
    await open(capture);
    await userEvent.click(await screen.findByRole('tab', { name: 'Findings' }));
    const table = await screen.findByRole('table', { name: 'Findings' });
    const [details] = within(table).getAllByRole('button', {
      name: /^Show details/,
    });
    await userEvent.click(details);
    expect(await screen.findByText('What to do')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Mute/ })).toBeNull();
  });

  it('takes a file that is dropped, and says why another cannot be opened', async () => {
    renderFleet(clustersApiFake(), '/clusters/replay');
    const zone = await screen.findByRole('region', { name: 'Open a capture' });
    const drop = (text: string) =>
      fireEvent.drop(zone, { dataTransfer: { files: [fileOf(text)] } });
    drop('{');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be opened.*capture\.json is not JSON/,
    );
    drop(capture);
    await screen.findByRole('heading', { name: /^Capture of/ });
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Close the capture' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Open a capture' }),
    ).toBeInTheDocument();
  });

  it('is in German, too', async () => {
    await open(capture, 'de');
    expect(
      await screen.findByRole('heading', {
        name: 'Aufnahme von <b>search-dev</b>',
      }),
    ).toBeInTheDocument();
  });
});
