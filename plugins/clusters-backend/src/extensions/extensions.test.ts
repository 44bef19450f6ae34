import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import type { Assessment } from '@clusterworks/plugin-clusters-common';
import type { Rule } from '@clusterworks/plugin-clusters-health';
import {
  clusterCredentialsExtensionPoint,
  clusterRulesExtensionPoint,
  findingLinksExtensionPoint,
} from '@clusterworks/plugin-clusters-node';
import request from 'supertest';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from '../__testUtils__/startClustersBackend';
import { ClusterExtensions } from './ClusterExtensions';

const rule: Rule = {
  code: 'acme/too-many-nodes',
  id: 'acme-too-many-nodes',
  component: 'clusterworks',
  doc: {
    title: 'There are nodes',
    means: 'A cluster of this company has no nodes.',
    foundBy: 'Any Node.',
    todo: 'Ask the platform team.',
    source: 'https://acme.example/rules',
  },
  needs: ['nodes'],
  evaluate: ({ snapshot }) => ({
    findings: snapshot.resources.nodes.items.map(({ name }) => ({
      severity: 'warning' as const,
      subject: { apiVersion: 'v1', kind: 'Node', name },
      title: `Node ${name} is there`,
      evidence: [
        { object: `Node/${name}`, path: 'metadata.name', value: name },
      ],
      remedy: [],
    })),
  }),
};

const host = createBackendModule({
  pluginId: 'clusters',
  moduleId: 'host',
  register({ registerInit }) {
    registerInit({
      deps: {
        credentials: clusterCredentialsExtensionPoint,
        links: findingLinksExtensionPoint,
        rules: clusterRulesExtensionPoint,
      },
      async init({ credentials, links, rules }) {
        rules.addRules(rule);
        credentials.addProvider({
          name: 'acme',
          allowedHosts: ['127.0.0.1'],
          lifetimeMs: 60_000,
          getCredential: async ({ name }) => ({
            type: 'bearer',
            token: `token-of-${name}`,
          }),
        });
        links.addLinker(() => {
          throw new Error('A linker that fails');
        });
        links.addLinker(({ rule: name }, { environment }) => [
          {
            title: `Runbook (${environment})`,
            url: `https://acme.example/${name}`,
          },
          { title: 'No page', url: 'file:///etc/passwd' },
        ]);
      },
    });
  },
});

const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } };

describe('what modules of the host add', () => {
  let viaAws: SimulatedCluster;
  let viaHost: SimulatedCluster;

  beforeAll(async () => {
    viaAws = await startSimulatedCluster({
      id: 'via-aws',
      auth: {
        type: 'eks',
        keys: testAwsKeys,
        groups: ['clusterworks:readers'],
      },
      objects: [node],
    });
    viaHost = await startSimulatedCluster({
      id: 'via-host',
      auth: { type: 'token', token: 'token-of-via-host' },
      objects: [node],
    });
  });

  afterAll(async () => {
    await viaAws?.stop();
    await viaHost?.stop();
  });

  it('is used for assessments, credentials and links of the API', async () => {
    const { server } = await startClustersBackend({
      entities: [
        clusterEntity('via-aws', viaAws),
        clusterEntity('via-host', {
          ...viaHost,
          annotations: { 'kubernetes.io/auth-provider': 'acme' },
        }),
      ],
      features: [host],
    });
    for (const name of ['via-aws', 'via-host']) {
      await waitFor(async () => {
        const { body } = await request(server)
          .get(`/api/clusters/v1/clusters/${name}`)
          .set('Authorization', mockCredentials.user.header())
          .expect(200);
        const { findings, checks } = body.assessment as Assessment;
        expect(checks).toContainEqual({
          code: rule.code,
          title: rule.doc.title,
          state: 'fired',
        });
        expect(findings.find(({ code }) => code === rule.code)).toMatchObject({
          title: 'Node a is there',
          links: [
            {
              title: 'Runbook (prod)',
              url: 'https://acme.example/acme-too-many-nodes',
            },
          ],
        });
      });
    }
  });

  it('does not replace built-in rules and credentials', () => {
    const extensions = new ClusterExtensions();
    extensions.addRules(rule);
    expect(() => extensions.addRules(rule)).toThrow(/is there already/);
    expect(() =>
      extensions.addRules({
        ...rule,
        code: 'acme/other',
        id: 'nodepool-limit',
      }),
    ).toThrow(/is there already, as karpenter/);
    const provider = {
      allowedHosts: [],
      lifetimeMs: 1,
      getCredential: async () => ({ type: 'bearer', token: 'x' } as const),
    };
    extensions.addProvider({ ...provider, name: 'acme' });
    for (const name of ['acme', 'aws', 'serviceAccount']) {
      expect(() => extensions.addProvider({ ...provider, name })).toThrow(
        /has credentials already/,
      );
    }
  });
});
