import { noEniLimits } from '../model/addresses';
import type { Json } from '../testing/world';
import {
  healthyWorld,
  nodeClaim,
  nodePool,
  NOW,
  snapshotOf,
} from '../testing/world';
import { effectiveLimit } from './effectiveLimit';
import { lookAt } from './Look';

const label = (name: string) => `karpenter.k8s.aws/instance-${name}`;
const need = (key: string, operator: string, ...values: string[]) => ({
  key,
  operator,
  values,
});
const x86 = need('kubernetes.io/arch', 'In', 'amd64');

function limitOf(
  requirements: Json[],
  limits: Json,
  used: Json,
  seen: Json = { cpu: '8', memory: '32Gi' },
) {
  const snapshot = snapshotOf({
    ...healthyWorld(),
    nodepools: [
      nodePool('general', {
        spec: { limits, template: { spec: { requirements } } },
        status: { resources: used },
      }),
    ],
    nodeclaims: [nodeClaim('general-1', { status: { capacity: seen } })],
  });
  const [pool] = snapshot.resources.nodepools.items;
  const look = lookAt(snapshot, Date.parse(NOW), noEniLimits);
  return effectiveLimit(look, pool);
}

describe('effectiveLimit', () => {
  it.each<[string, Json[], number]>([
    ['a size', [x86, need(label('size'), 'In', '2xlarge', '4xlarge')], 4],
    ['bare metal', [need(label('size'), 'In', 'metal')], 16],
    [
      'an instance type',
      [need('node.kubernetes.io/instance-type', 'In', 'm6i.4xlarge')],
      16,
    ],
    ['a number of CPUs', [x86, need(label('cpu'), 'Gt', '4')], 8],
    [
      'memory',
      [
        x86,
        need(label('category'), 'In', 'r'),
        need(label('memory'), 'Gt', '60000'),
      ],
      8,
    ],
    [
      'GPUs',
      [
        need(label('category'), 'In', 'g'),
        need(label('gpu-name'), 'In', 'l40s'),
      ],
      4,
    ],
    [
      'labels that do not depend on the instance type',
      [
        need(label('family'), 'In', 'm6i'),
        need('topology.kubernetes.io/zone', 'In', 'a'),
        need('example.com/team', 'Exists'),
      ],
      2,
    ],
    ['CPUs at least', [x86, need(label('cpu'), 'Gte', '4')], 4],
    [
      'a family whose smallest is large',
      [need(label('family'), 'In', 'g5')],
      4,
    ],
    [
      'category and generation',
      [
        x86,
        need(label('category'), 'In', 'm'),
        need(label('generation'), 'In', '6'),
      ],
      2,
    ],
    [
      'excluded sizes',
      [
        need(label('family'), 'In', 'm6i'),
        need(label('size'), 'NotIn', 'large'),
      ],
      4,
    ],
  ])('takes the smallest node from %s', (_what, requirements, smallest) => {
    expect(limitOf(requirements, { cpu: '100' }, { cpu: '97' })).toEqual({
      resource: 'cpu',
      left: 3,
      smallestNode: smallest,
      fits: smallest <= 3,
      from: 'requirements',
    });
  });

  it.each<[string, Json[]]>([
    [
      'requires a label that is known for no type',
      [need(label('tenancy'), 'In', 'dedicated')],
    ],
    [
      'may launch a smaller type with unknown values',
      [need(label('gpu-name'), 'In', 'h100')],
    ],
    ['uses an unknown operator', [need(label('cpu'), 'Around', '4')]],
  ])('takes the smallest node seen when a pool %s', (_what, requirements) => {
    expect(limitOf(requirements, { cpu: '100' }, { cpu: '97' })).toMatchObject({
      smallestNode: 8,
      fits: false,
      from: 'seen',
    });
  });

  it('compares memory with the nodes seen, and names the resource that stops the pool first', () => {
    const size = need(label('size'), 'In', 'xlarge');
    const limits = { cpu: '100', memory: '100Gi' };
    const used = { cpu: '10', memory: '90Gi' };
    expect(limitOf([size], limits, used)).toMatchObject({
      resource: 'memory',
      fits: false,
      from: 'seen',
    });
  });

  it('counts nodes one by one', () => {
    expect(limitOf([], { nodes: '3' }, { nodes: '3' })).toMatchObject({
      resource: 'nodes',
      left: 0,
      fits: false,
    });
  });

  it('is undefined without limits', () => {
    expect(limitOf([], {}, {})).toBeUndefined();
  });
});
