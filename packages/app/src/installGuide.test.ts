import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { prepareSpecializedApp } from '@backstage/frontend-app-api';
import appPlugin from '@backstage/plugin-app';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import clustersPlugin from '@clusterworks/plugin-clusters';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..', '..', '..');

/** The app-config.yaml of the install guide. */
function guideConfig() {
  const guide = readFileSync(
    path.join(root, 'docs', 'operate', 'install.md'),
    'utf8',
  );
  return parse(
    /^```yaml\n(# app-config.yaml\n[^]*?)^```$/m.exec(guide)?.[1] ?? '',
  );
}

/** The cards of an entity page in their order. */
function entityCards(extensions: unknown[]): string[] {
  const { tree } = prepareSpecializedApp({
    features: [
      appPlugin,
      catalogPlugin,
      catalogGraphPlugin,
      orgPlugin,
      clustersPlugin,
    ],
    config: new ConfigReader({ app: { extensions } } as any),
  }).getBootstrapApp();
  const overview = tree.nodes.get('entity-content:catalog/overview');
  return (overview?.edges.attachments.get('cards') ?? []).map(
    ({ spec }) => spec.id,
  );
}

describe('docs/operate/install.md in the frontend', () => {
  const verdict = 'entity-card:clusters/overview';

  it('puts the verdict above all other cards', () => {
    const cards = entityCards(guideConfig().app.extensions);
    expect(cards).toContain('entity-card:catalog-graph/relations');
    expect(cards[0]).toBe(verdict);
  });

  it('needs the setting for this, because the default position is below them', () => {
    const cards = entityCards([]);
    expect(cards.indexOf(verdict)).toBeGreaterThan(
      cards.indexOf('entity-card:catalog-graph/relations'),
    );
  });
});
