import { describedCluster } from '../__testUtils__/AwsStandIn';
import { eksClusterEntity } from './eksClusterEntity';
import { eksClusterSchema } from './eksClusterSchema';
import { parseEksSources } from './eksSources';

const source = (more: object = {}) =>
  parseEksSources([
    {
      accountId: '111122223333',
      regions: ['eu-west-1'],
      owner: 'platform',
      ...more,
    },
  ])[0];

function entityOf(
  cluster: object = {},
  more: object = {},
): ReturnType<typeof eksClusterEntity> {
  return eksClusterEntity(
    { cluster: eksClusterSchema.parse(describedCluster('shop', cluster)) },
    source(more),
    'eu-west-1',
  );
}

describe('eksClusterEntity', () => {
  it('has what the portal needs to read the cluster', () => {
    const { entity, problems } = entityOf(
      { tags: { environment: 'prod', system: 'sales', owner: 'group:team-a' } },
      {
        assumeRole: 'arn:aws:iam::111122223333:role/portal',
        externalId: 'x-1',
      },
    );
    expect(problems).toEqual([]);
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'shop',
        namespace: 'default',
        labels: {
          'clusterworks.dev/environment': 'prod',
          'clusterworks.dev/region': 'eu-west-1',
          'clusterworks.dev/account': '111122223333',
          'clusterworks.dev/provisioned': 'true',
          'clusterworks.dev/kubernetes-version': '1.35',
          'clusterworks.dev/kubernetes-version-minor': '1.35',
        },
        annotations: {
          'backstage.io/managed-by-location':
            'aws-eks:arn:aws:eks:eu-west-1:111122223333:cluster/shop',
          'backstage.io/managed-by-origin-location':
            'aws-eks:arn:aws:eks:eu-west-1:111122223333:cluster/shop',
          'backstage.io/view-url':
            'https://eu-west-1.console.aws.amazon.com/eks/clusters/shop?region=eu-west-1',
          'backstage.io/kubernetes-cluster': 'shop',
          'backstage.io/kubernetes-label-selector': expect.any(String),
          'kubernetes.io/api-server':
            'https://shop.gr7.eu-west-1.eks.amazonaws.com',
          'kubernetes.io/api-server-certificate-authority': 'Q0E=',
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': 'shop',
          'kubernetes.io/aws-assume-role':
            'arn:aws:iam::111122223333:role/portal',
          'kubernetes.io/aws-external-id': 'x-1',
        },
        links: [
          { url: expect.stringContaining('/shop'), title: 'EKS console' },
        ],
      },
      spec: {
        type: 'kubernetes-cluster',
        owner: 'group:default/team-a',
        system: 'system:default/sales',
      },
    });
  });

  it('has no API server while EKS creates the cluster', () => {
    const { entity } = entityOf({
      status: 'CREATING',
      endpoint: undefined,
      certificateAuthority: undefined,
    });
    expect(entity.metadata.annotations).not.toHaveProperty([
      'kubernetes.io/api-server',
    ]);
    expect(entity.metadata.labels).toMatchObject({
      'clusterworks.dev/provisioned': 'false',
    });
  });

  it.each([
    [{ owner: 'no owner at all' }, /tag owner is not an entity reference/],
    [{ owner: 'group:default/other' }, /which may own nothing here/],
    [{ system: '#1 @everybody' }, /tag system is not an entity reference/],
    [{ environment: 'a b' }, /tag environment is not the value of a label/],
  ])('ignores the tags %j and reports them', (tags, problem) => {
    const { entity, problems } = entityOf(
      { tags },
      { allowedOwnerGroups: ['team-a'] },
    );
    expect(problems.join()).toMatch(problem);
    expect(entity.spec).toEqual({
      type: 'kubernetes-cluster',
      owner: 'group:default/platform',
    });
  });

  it('names the entity as configured', () => {
    const { entity } = entityOf({}, { name: '{name}-{region}.{account}' });
    expect(entity.metadata.name).toBe('shop-eu-west-1.111122223333');
  });
});

describe('parseEksSources', () => {
  it.each([
    [{ accountId: '12' }, /eks\[0\]\.accountId: must be 12 digits/],
    [{ regions: [] }, /eks\[0\]\.regions/],
    [{ regions: ['europe'] }, /eks\[0\]\.regions\[0\]: must be an AWS region/],
    [{ owner: undefined }, /eks\[0\]\.owner/],
    [{ owner: 'a b' }, /eks\[0\]\.owner: must be an entity reference/],
    [{ name: 'fixed' }, /eks\[0\]\.name/],
    [
      { assumeRole: 'admin' },
      /eks\[0\]\.assumeRole: must be the ARN of a role/,
    ],
    [{ region: 'eu-west-1' }, /eks\[0\]/],
    [{ regions: ['eu-west-1', 'eu-west-1'] }, /is there twice/],
  ])('refuses %j', (more, message) => {
    expect(() => source(more)).toThrow(message);
  });

  it('reads nothing where nothing is configured', () => {
    expect(parseEksSources(undefined)).toEqual([]);
  });
});
