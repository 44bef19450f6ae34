import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import {
  parseClusterSpecYaml,
  parseClusterStatusYaml,
} from '@clusterworks/plugin-clusters-spec';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { dirname, join } from 'node:path';
import { repository, specText, statusText } from '../testing';
import { clusterEntity } from './clusterEntity';

const place = { repository, folder: 'clusters/dev/payments-dev' };
const mesh = `  cilium: { clusterMesh: { enabled: true, id: 1, peers: [search-dev], peerCidrs: [10.41.0.0/16, 10.42.0.0/16] } }
`;
const spec = parseClusterSpecYaml(specText('payments-dev', 'dev', mesh));
const status = parseClusterStatusYaml(statusText('payments-dev'));

/** Clusters as the Kubernetes plugin's catalog locator finds them. */
async function locate(entities: Entity[]) {
  const root = dirname(
    require.resolve('@backstage/plugin-kubernetes-backend/package.json'),
  );
  const { CatalogClusterLocator } = require(join(
    root,
    'dist/cluster-locator/CatalogClusterLocator.cjs.js',
  ));
  return CatalogClusterLocator.fromConfig(
    catalogServiceMock({ entities }),
    mockServices.auth(),
    new ConfigReader({
      type: 'catalog',
      // Avoids DNS look-ups in a test.
      dangerouslyAllowClusterUrls: ['*.eu-west-1.eks.amazonaws.com'],
    }),
    mockServices.logger.mock(),
  ).getClusters({ credentials: mockCredentials.service() });
}

describe('clusterEntity', () => {
  it('describes a cluster that is not provisioned yet', () => {
    const entity = clusterEntity(spec, undefined, place);
    expect(entityEnvelopeSchemaValidator()(entity)).toBe(entity);
    expect(entity).toMatchObject({
      kind: 'Resource',
      metadata: {
        name: 'payments-dev',
        namespace: 'default',
        labels: {
          'clusterworks.dev/environment': 'dev',
          'clusterworks.dev/region': 'eu-west-1',
          'clusterworks.dev/provisioned': 'false',
          'clusterworks.dev/kubernetes-version':
            expect.stringMatching(/^1\.\d+$/),
          'clusterworks.dev/karpenter-version-minor':
            expect.stringMatching(/^\d+\.\d+$/),
        },
        annotations: {
          'backstage.io/managed-by-location':
            'url:https://github.com/acme/platform/blob/main/clusters/dev/payments-dev/cluster.yaml',
          'clusterworks.dev/vpc-cidrs': '10.40.0.0/16',
          'clusterworks.dev/mesh-cidrs': '10.41.0.0/16,10.42.0.0/16',
          'clusterworks.dev/node-pools': 'general',
          'backstage.io/kubernetes-cluster': 'payments-dev',
          'backstage.io/kubernetes-label-selector':
            'app.kubernetes.io/name in (karpenter,cilium-agent,cilium-operator,cilium-envoy,hubble-relay)',
        },
      },
      spec: {
        type: 'kubernetes-cluster',
        owner: 'group:default/payments',
        dependsOn: ['resource:default/search-dev'],
      },
    });
    expect(
      Object.keys(entity.metadata.annotations ?? {}).filter(key =>
        key.startsWith('kubernetes.io/'),
      ),
    ).toEqual([]);
    expect(entity.metadata.labels).not.toHaveProperty(
      'clusterworks.dev/account',
    );
  });

  it('says until when disruption is frozen', () => {
    const frozen = parseClusterSpecYaml(
      specText(
        'payments-dev',
        'dev',
        '  karpenter: { freeze: { until: 2026-12-24T18:00Z } }\n',
      ),
    );
    const annotationsOf = (of: typeof spec) =>
      clusterEntity(of, undefined, place).metadata.annotations;
    expect(annotationsOf(frozen)).toHaveProperty(
      ['clusterworks.dev/frozen-until'],
      '2026-12-24T18:00Z',
    );
    expect(annotationsOf(spec)).not.toHaveProperty([
      'clusterworks.dev/frozen-until',
    ]);
  });

  it('says that a cluster is being taken down', () => {
    const leaving = parseClusterSpecYaml(
      specText('payments-dev', 'dev', '  decommission: { stage: draining }\n'),
    );
    const annotationsOf = (of: typeof spec) =>
      clusterEntity(of, undefined, place).metadata.annotations ?? {};
    const name = 'clusterworks.dev/decommission';
    expect(annotationsOf(leaving)[name]).toBe('draining');
    expect(annotationsOf(spec)).not.toHaveProperty([name]);
  });

  it('describes a provisioned cluster', () => {
    const { metadata } = clusterEntity(spec, status, place);
    expect(metadata.labels).toMatchObject({
      'clusterworks.dev/provisioned': 'true',
      'clusterworks.dev/account': '123456789012',
    });
    expect(metadata.annotations).toMatchObject({
      'kubernetes.io/api-server':
        'https://0A1B.gr7.eu-west-1.eks.amazonaws.com',
      'kubernetes.io/api-server-certificate-authority': 'LS0tLS1CRUdJTi==',
      'kubernetes.io/auth-provider': 'aws',
      'kubernetes.io/x-k8s-aws-id': 'payments-dev',
      'kubernetes.io/skip-metrics-lookup': 'true',
      'clusterworks.dev/interruption-queue': 'payments-dev-karpenter',
    });
    expect(metadata.links?.[1].url).toBe(
      'https://eu-west-1.console.aws.amazon.com/eks/clusters/payments-dev?region=eu-west-1',
    );
  });

  it('is found by the locator of the Kubernetes plugin once provisioned', async () => {
    await expect(
      locate([clusterEntity(spec, undefined, place)]),
    ).resolves.toEqual([]);
    await expect(
      locate([clusterEntity(spec, status, place)]),
    ).resolves.toMatchObject([
      {
        name: 'payments-dev',
        url: 'https://0A1B.gr7.eu-west-1.eks.amazonaws.com',
        caData: 'LS0tLS1CRUdJTi==',
        skipTLSVerify: false,
        authMetadata: {
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': 'payments-dev',
        },
      },
    ]);
  });
});
