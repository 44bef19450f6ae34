import {
  allKinds,
  readerClusterRole,
  readerClusterRoleBinding,
} from '@clusterworks/plugin-clusters-health';
import {
  hasRealKube,
  type RealKube,
  startRealKube,
  waitFor,
} from '@clusterworks/test-support';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';

const describeReal = hasRealKube ? describe : describe.skip;

const crds = ['karpenter-v1.14.1', 'cilium-1.18.0'];

function node(name: string, labels: Record<string, string> = {}) {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels },
  });
}

describeReal('ClusterReader on a real API server', () => {
  let kube: RealKube;
  let reader: ReaderUnderTest;

  beforeAll(async () => {
    kube = await startRealKube({ KUBE_COMPACTION: '5s' });
    await kube.installCrds(crds);
    reader = new ReaderUnderTest({
      name: 'real',
      url: kube.server,
      ca: kube.ca,
      token: kube.tokens.admin,
    });
  });

  afterAll(async () => {
    await reader?.stop();
    await kube?.stop();
  });

  it('reads every kind, and follows changes', async () => {
    await waitFor(() =>
      expect(new Set(Object.values(reader.states))).toEqual(new Set(['ok'])),
    );
    expect(reader.facts.serverVersion).toBe('v1.35.4');
    await kube.kubectl(['create', '-f', '-'], node('a'));
    await waitFor(() => expect(reader.names('nodes')).toEqual(['a']));
    await kube.kubectl(['label', 'node', 'a', 'x=y']);
    await waitFor(() =>
      expect(
        reader.facts.resources.find(({ kind }) => kind.resource === 'nodes')
          ?.items,
      ).toEqual([{ name: 'a', labels: { x: 'y' } }]),
    );
    await kube.kubectl(['delete', 'node', 'a']);
    await waitFor(() => expect(reader.names('nodes')).toEqual([]));
  });

  it('continues after a restart of the server and after compaction', async () => {
    const restarting = kube.restart();
    await waitFor(() => expect(reader.facts.connection.state).toBe('down'));
    await waitFor(() => expect(reader.source('nodes').state).not.toBe('ok'));
    await restarting;
    await kube.kubectl(['create', '-f', '-'], node('b'));
    await waitFor(() => expect(reader.names('nodes')).toEqual(['b']));
    await waitFor(() =>
      expect(new Set(Object.values(reader.states))).toEqual(new Set(['ok'])),
    );
  });

  it('reports when a CRD was removed and when it is back', async () => {
    await kube.kubectl(['delete', 'crd', 'nodepools.karpenter.sh']);
    await waitFor(() =>
      expect(reader.source('nodepools').state).toBe('notInstalled'),
    );
    expect(reader.source('nodeclaims').state).toBe('ok');
    await kube.installCrds(crds);
    await waitFor(() => expect(reader.source('nodepools').state).toBe('ok'));
  });

  describe('with the ClusterRole that we ship', () => {
    const full = readerClusterRole();

    const apply = (object: object) =>
      kube.kubectl(['apply', '-f', '-'], JSON.stringify(object));

    const start = () =>
      new ReaderUnderTest({
        name: 'real',
        url: kube.server,
        ca: kube.ca,
        token: kube.tokens.reader,
      });

    async function statesWith(role: object): Promise<Record<string, string>> {
      await apply(role);
      const own = start();
      try {
        // The server learns of a changed role within a moment.
        await waitFor(() => {
          const states = Object.values(own.states);
          expect(states).not.toContain('reading');
          expect(states.filter(state => state === 'forbidden').length).toBe(
            role === full ? 0 : 1,
          );
        });
        return own.states;
      } finally {
        await own.stop();
      }
    }

    it('may make every call that it makes', async () => {
      await apply(readerClusterRoleBinding());
      expect(new Set(Object.values(await statesWith(full)))).toEqual(
        new Set(['ok']),
      );
    });

    it.each(allKinds.map(({ group, resource }) => [resource, group]))(
      'needs the right to read %s, and nothing else breaks',
      async (source, group) => {
        const rules = full.rules.flatMap(rule => {
          const resources = rule.apiGroups.includes(group)
            ? rule.resources.filter(name => name !== source)
            : rule.resources;
          return resources.length > 0 ? [{ ...rule, resources }] : [];
        });
        const states = await statesWith({ ...full, rules });
        expect(states).toEqual({
          ...Object.fromEntries(
            allKinds.map(({ resource }) => [resource, 'ok']),
          ),
          [source]: 'forbidden',
        });
      },
    );

    it('reports when its token is revoked', async () => {
      await apply(full);
      const own = start();
      try {
        await waitFor(() => expect(own.source('nodes').state).toBe('ok'));
        await kube.restart(kube.tokens.reader);
        await waitFor(() =>
          expect(own.source('nodes')).toEqual({
            state: 'forbidden',
            reason: expect.stringMatching(/^401/),
          }),
        );
      } finally {
        await own.stop();
      }
    });
  });
});
