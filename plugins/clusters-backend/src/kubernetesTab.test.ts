import { startSimulatedCluster } from '@clusterworks/kube-simulator';
import { resolve } from 'node:path';
import {
  hasRealKube,
  type RealKube,
  startRealKube,
  waitFor,
} from '@clusterworks/test-support';
import {
  KubernetesTab,
  type KubernetesTabCluster,
} from './__testUtils__/kubernetesTab';
import { ReaderUnderTest } from './__testUtils__/readerUnderTest';

const describeReal = hasRealKube ? describe : describe.skip;

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'shop',
    namespace: 'default',
    labels: { 'backstage.io/kubernetes-id': 'shop' },
  },
  spec: { containers: [{ name: 'shop', image: 'shop' }] },
};

async function withTab<T>(
  cluster: KubernetesTabCluster,
  use: (tab: KubernetesTab) => Promise<T>,
): Promise<T> {
  const tab = new KubernetesTab({
    cluster,
    component: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        annotations: { 'backstage.io/kubernetes-id': 'shop' },
      },
      spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
    },
  });
  try {
    return await use(tab);
  } finally {
    await tab.stop();
  }
}

describe('the Kubernetes tab with the rights that we ship', () => {
  it('gets no 403', async () => {
    const cluster = await startSimulatedCluster({
      id: 'prod',
      auth: { type: 'token', token: 'reader' },
      objects: [pod],
    });
    try {
      await withTab(
        {
          url: cluster.url,
          caData: cluster.caData,
          serviceAccountToken: 'reader',
          skipMetricsLookup: true,
        },
        tab =>
          waitFor(async () =>
            expect(await tab.open()).toEqual({ errors: [], pods: 1 }),
          ),
      );
    } finally {
      await cluster.stop();
    }
  });
});

describeReal('the ready manifests on a real API server', () => {
  let kube: RealKube;

  beforeAll(async () => {
    kube = await startRealKube();
    await kube.installCrds(['karpenter-v1.14.1', 'cilium-1.18.0']);
    await kube.kubectl(['create', 'serviceaccount', 'default']);
    await kube.kubectl(['create', '-f', '-'], JSON.stringify(pod));
  });

  afterAll(() => kube?.stop());

  const apply = (file: string) =>
    kube.kubectl([
      'apply',
      '-f',
      resolve(__dirname, '../../../manifests', file),
    ]);

  const withRealTab = <T>(use: (tab: KubernetesTab) => Promise<T>) =>
    withTab(
      {
        url: kube.server,
        caData: Buffer.from(kube.ca).toString('base64'),
        serviceAccountToken: kube.tokens.reader,
        skipMetricsLookup: false,
      },
      use,
    );

  async function expectReaderToSeeEverything(): Promise<void> {
    const reader = new ReaderUnderTest({
      name: 'prod',
      url: kube.server,
      ca: kube.ca,
      token: kube.tokens.reader,
    });
    try {
      await waitFor(() =>
        expect(new Set(Object.values(reader.states))).toEqual(new Set(['ok'])),
      );
    } finally {
      await reader.stop();
    }
  }

  it('readers.yaml is enough for our reader, and not for the tab', async () => {
    await apply('readers.yaml');
    await expectReaderToSeeEverything();
    await withRealTab(tab =>
      waitFor(async () => {
        const { errors } = await tab.open();
        expect(
          errors
            .filter(({ statusCode }) => statusCode === 403)
            .map(({ resourcePath }) => resourcePath.split('/').at(-1))
            .sort(),
        ).toEqual([
          'configmaps',
          'cronjobs',
          'horizontalpodautoscalers',
          'ingresses',
          'jobs',
          'limitranges',
          'pods',
          'replicasets',
          'resourcequotas',
          'services',
          'statefulsets',
        ]);
      }),
    );
  });

  it('readers-with-kubernetes-tab.yaml is enough for both', async () => {
    await apply('readers-with-kubernetes-tab.yaml');
    await expectReaderToSeeEverything();
    await withRealTab(tab =>
      waitFor(async () =>
        expect(await tab.open()).toEqual({
          // No metrics server runs here, so usage is answered with 404 and not
          // with 403.
          errors: [
            {
              errorType: 'NOT_FOUND',
              statusCode: 404,
              resourcePath:
                '/apis/metrics.k8s.io/v1beta1/namespaces/default/pods',
            },
          ],
          pods: 1,
        }),
      ),
    );
  });
});
