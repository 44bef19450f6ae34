import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { clustersApiFake } from './__testUtils__/clustersApiFake';
import {
  clusterDetail,
  clusterMerges,
  fleetHistory,
  fleetResponse,
  historyResponse,
} from './__testUtils__/fixtures';
import {
  renderEntity,
  renderFleet,
  stopClock,
} from './__testUtils__/renderPages';
import {
  foreignTexts,
  shownTexts,
  stringsIn,
} from './__testUtils__/shownTexts';
import german from './messages/de';
import { clustersTranslationRef } from './translation';

stopClock();
// Backstage keeps the language of the last reader.
afterEach(() => window.localStorage.clear());

const english = (
  clustersTranslationRef as unknown as {
    getDefaultMessages(): Record<string, string>;
  }
).getDefaultMessages();

const ledger = {
  ranges: [
    {
      ...{ cidr: '10.1.0.0/16', addresses: 65536, kind: 'vpc' as const },
      ...{ cluster: 'search-dev', entityRef: 'resource:default/search-dev' },
      overlaps: [
        {
          ...{ cluster: 'shop-dev', cidr: '10.1.0.0/16' },
          ...{ entityRef: 'resource:default/shop-dev', mayBeSameVpc: true },
        },
      ],
      overlapsTotal: 3,
    },
  ],
  unknown: [{ cluster: 'legacy-eu', reason: 'nicht gelesen' }],
  free: {
    certainty: 'exact' as const,
    blocks: [{ cidr: '10.2.0.0/16', addresses: 65536 }],
  },
};
const api = () =>
  clustersApiFake({ getLedger: jest.fn(async () => ledger as never) });

/** What the backend says is English, and stays so. */
const data = new Set([
  ...stringsIn([
    fleetResponse(),
    fleetHistory(['search-dev']),
    clusterDetail(),
    historyResponse(),
    clusterMerges(),
  ]).flatMap(text => [
    text,
    ...[', ', ': ', '; '].flatMap(separator => text.split(separator)),
  ]),
  // Titles of extensions are settings, the same for all readers.
  ...['Clusters', 'Findings'],
]);

const leftInEnglish = () =>
  foreignTexts(shownTexts(document.body), english, german, data);

/** Opens everything that is folded. */
async function unfold(): Promise<void> {
  for (const summary of document.querySelectorAll('summary')) {
    await userEvent.click(summary);
  }
  for (const button of screen.queryAllByRole('button', {
    name: /als tabelle zeigen|einzelheiten|die pods zeigen|folgen$/i,
    expanded: false,
  })) {
    await userEvent.click(button);
  }
}

const fleetPages = [
  ['table', '/clusters', 'Bewertungen aller passenden Cluster'],
  ['map', '/clusters?view=map', 'Bewertungen aller passenden Cluster'],
  ['cards', '/clusters?view=cards', 'Bewertungen aller passenden Cluster'],
  ['matrix', '/clusters?view=matrix', 'Bewertungen aller passenden Cluster'],
  ['addresses', '/clusters/addresses', 'Bereiche filtern'],
] as const;

const entityPages = [
  ['overview', 'entity-card:clusters/overview', '', /seit|Abhilfe/],
  ['Karpenter', 'entity-content:clusters/karpenter', '', 'Starts'],
  [
    'of a node',
    'entity-content:clusters/karpenter',
    '?object=Node/general-old1',
    'Verwandtes',
  ],
  [
    'of a NodePool',
    'entity-content:clusters/karpenter',
    '?object=NodePool/general',
    'Verwandtes',
  ],
  ['Cilium', 'entity-content:clusters/cilium', '', 'Einstellungen'],
  ['findings', 'entity-content:clusters/findings', '', 'Quellen'],
] as const;

describe('pages in German', () => {
  it.each(fleetPages)('the fleet as %s', async (_, path, label) => {
    renderFleet(api(), path, 'de');
    await screen.findAllByLabelText(label);
    await unfold();
    expect(leftInEnglish()).toEqual([]);
  });

  it.each(entityPages)('the page %s', async (_, extension, search, text) => {
    renderEntity(api(), extension, {}, { language: 'de', search });
    await screen.findAllByText(text);
    await unfold();
    expect(leftInEnglish()).toEqual([]);
  });

  it('says how sure a number is, and which language this is', async () => {
    renderFleet(api(), '/clusters', 'de');
    expect(await screen.findAllByText(/höchstens 310/)).not.toEqual([]);
    expect(screen.getByRole('main')).toHaveAttribute('lang', 'de-DE');
  });

  it('would find English text', async () => {
    renderFleet(api());
    await screen.findByLabelText('Verdicts of all clusters that match');
    expect(leftInEnglish()).toEqual(
      expect.arrayContaining([
        'Verdicts of all clusters that match',
        'Filter with verdict:critical',
        'at most 310',
      ]),
    );
  });
});
