import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { scmAuthApiRef } from '@backstage/integration-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { clusterChangeField } from './fields/ClusterChange';
import {
  clusterEnvironmentField,
  clusterOwnerField,
  clusterRegionField,
  clusterSystemField,
} from './fields/ClusterChoice';
import { clusterCidrField } from './fields/ClusterCidr';
import { clusterNameField } from './fields/ClusterName';
import { clusterNodePoolsField } from './fields/ClusterNodePools';
import { clusterOptionsField } from './fields/ClusterOptions';
import { clusterOverlapField } from './fields/ClusterOverlap';
import { clusterVersionsField } from './fields/ClusterVersions';
import german from './messages/de';
import { clusterFormTranslationRef } from './translation';

type Messages = Record<string, string>;
type Ref = { id: string; getDefaultMessages(): Messages };

const english = (
  clusterFormTranslationRef as unknown as Ref
).getDefaultMessages();

/** The texts of one language, as the translation API gives them. */
function translate(messages: Messages) {
  return (key: string, values: Record<string, unknown> = {}) => {
    const plural = values.count === 1 ? 'one' : 'other';
    const text = messages[key] ?? messages[`${key}_${plural}`] ?? key;
    return text.replace(/{{(\w+)[^}]*}}/g, (_, name) => String(values[name]));
  };
}

const translationApi = {
  getTranslation: (ref: Ref) => ({
    ready: true,
    t: translate(
      ref.id === clusterFormTranslationRef.id
        ? { ...english, ...(german as Messages) }
        : ref.getDefaultMessages(),
    ),
  }),
  translation$: () => ({ subscribe: () => ({ unsubscribe() {} }) }),
};

const text = `apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata: { name: payments-dev, owner: group:default/payments }
spec:
  environment: dev
  region: eu-west-1
  network: { vpcCidr: 10.40.0.0/16 }
`;

const ledger = {
  ranges: [
    {
      ...{ entityRef: '', addresses: 1, overlaps: [], overlapsTotal: 0 },
      ...{ cluster: 'shop', cidr: '10.1.0.0/16', kind: 'vpc' },
    },
  ],
  ...{ unknown: [], overlapPolicy: 'acknowledge' },
  free: { certainty: 'exact', blocks: [] },
};

function answerTo(url: string): unknown {
  if (url.includes('/ledger')) {
    return ledger;
  }
  if (url.includes('/spec')) {
    return {
      ...{ cluster: 'payments-dev', repository: 'https://git.example/p' },
      ...{ version: 'base', text, spec: parseClusterSpecYaml(text) },
      ...{ issues: [], isOpenChange: false, operations: ['edit', 'pool'] },
    };
  }
  const none = { critical: 0, degraded: 0, unknown: 0, healthy: 0 };
  return { revision: 1, totals: { clusters: 0, ...none }, items: [] };
}

const fields = [
  clusterNameField,
  clusterOwnerField,
  clusterEnvironmentField,
  clusterRegionField,
  clusterCidrField,
  clusterOverlapField,
  clusterVersionsField,
  clusterNodePoolsField,
  clusterSystemField,
  clusterOptionsField,
  clusterChangeField,
].map(({ legacy }) => legacy);

async function render(properties: object, initialState: object) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [translationApiRef, translationApi as never],
        [catalogApiRef, catalogApiMock()],
        [discoveryApiRef, { getBaseUrl: async () => 'http://test/api' }],
        [
          fetchApiRef,
          {
            fetch: (async (url: unknown) =>
              new Response(JSON.stringify(answerTo(String(url))), {
                headers: { 'content-type': 'application/json' },
              })) as typeof fetch,
          },
        ],
        [scmAuthApiRef, { getCredentials: jest.fn() }],
      ]}
    >
      <SecretsContextProvider>
        <Stepper
          manifest={{
            title: '',
            steps: [{ title: '', schema: { type: 'object', properties } }],
          }}
          extensions={fields}
          onCreate={jest.fn()}
          initialState={initialState as never}
        />
      </SecretsContextProvider>
    </TestApiProvider>,
  );
}

/** English messages that the page shows and German has another text for. */
function leftInEnglish(): string[] {
  const shown = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    shown.add(walker.currentNode.nodeValue?.trim() ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label]')) {
    shown.add(element.getAttribute('aria-label') ?? '');
  }
  const wanted = new Set(Object.values(german as Messages));
  return Object.entries(english)
    .filter(
      ([key, message]) =>
        (german as Messages)[key] !== message && !wanted.has(message),
    )
    .map(([, message]) => {
      const parts = message.split(/{{[^}]*}}/).map(part => part.trim());
      return { message, parts: parts.filter(part => /[a-z]{3}/i.test(part)) };
    })
    .filter(({ parts }) => parts.length > 0)
    .filter(({ parts }) =>
      [...shown].some(each =>
        parts.length === 1 && parts[0].length < 20
          ? each === parts[0]
          : parts.every(part => each.includes(part)),
      ),
    )
    .map(({ message }) => message);
}

async function unfold() {
  for (const summary of document.querySelectorAll('summary')) {
    await userEvent.click(summary);
  }
}

const field = (name: string, type = 'string') => ({
  ...{ type, 'ui:field': name },
});

describe('forms in German', () => {
  it('asks the first questions', async () => {
    await render(
      {
        name: field('ClusterName'),
        owner: field('ClusterOwner'),
        environment: field('ClusterEnvironment'),
        region: field('ClusterRegion'),
        vpcCidr: field('ClusterCidr'),
        overlapAcknowledgement: field('ClusterOverlap'),
        profile: field('ClusterVersions'),
      },
      { name: 'neu', vpcCidr: '10.1.0.0/16' },
    );
    await screen.findByText(/überschneidet sich mit/);
    await screen.findByRole('textbox', { name: /Warum sich die beiden/ });
    expect(leftInEnglish()).toEqual([]);
  });

  it('asks for pools and everything else', async () => {
    await render(
      {
        nodePools: { ...field('ClusterNodePools', 'array'), items: {} },
        system: field('ClusterSystem'),
        options: field('ClusterOptions', 'object'),
      },
      { nodePools: [{ preset: 'general' }, { preset: 'gpu' }] },
    );
    await screen.findAllByText('Was er starten darf');
    await unfold();
    expect(leftInEnglish()).toEqual([]);
  });

  it.each(['edit', 'pool'])('shows the form of %s', async operation => {
    await render(
      { change: field('ClusterChange', 'object') },
      { change: { cluster: 'payments-dev', operation } },
    );
    await screen.findAllByText(/Was er starten darf/);
    await unfold();
    expect(leftInEnglish()).toEqual([]);
  });
});
