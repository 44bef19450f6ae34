import {
  ago,
  ciliumAgent,
  combine,
  condition,
  daemonSet,
  healthyCluster,
  instance,
  joiningNode,
  nodeClass,
  nodePool,
  type ObjectsByResource,
  pod,
  poolFacts,
  runningNode,
  service,
  testCluster,
  waitingPod,
} from '@clusterworks/kube-fixtures';

const [zoneA, zoneB] = testCluster.subnets;
const web = service('web', 'shop');

/**
 * A node that joined before the subnet was full; every second one is in zone
 * b.
 */
function oldNode(index: number): Partial<ObjectsByResource> {
  const name = `general-old${index}`;
  return combine(
    runningNode(name, {
      instance: instance(name, {
        type: 'm6i.2xlarge',
        capacityType: index % 4 === 0 ? 'on-demand' : 'spot',
        subnet: index % 2 === 0 ? zoneA : zoneB,
      }),
      createdAt: ago('40m'),
      launchedAt: ago('2398s'),
      registeredAt: ago('2370s'),
      networkReadyAt: ago('2352s'),
      initializedAt: ago('2350s'),
    }),
    {
      pods: Array.from({ length: 3 }, (_, each) =>
        pod(`web-${index}-${each}`, {
          workload: {
            ...web,
            container: { ...web.container, requests: { cpu: '2' } },
          },
          node: name,
        }),
      ),
    },
  );
}

/** One of the nodes that get no address in zone b. */
function newNode(index: number): Partial<ObjectsByResource> {
  const name = `general-new${index}`;
  return joiningNode(name, {
    createdAt: ago('12m'),
    instance: instance(name, {
      type: 'm6i.2xlarge',
      capacityType: 'spot',
      subnet: zoneB,
    }),
  });
}

const manifest = {
  ...poolFacts('general').spec,
  weight: 10,
  disruption: {
    consolidationPolicy: 'WhenEmptyOrUnderutilized',
    consolidateAfter: '5m',
    budgets: [
      { nodes: '20%' },
      {
        nodes: '0',
        schedule: '0 8 * * mon-fri',
        duration: '12h',
        reasons: ['Drifted'],
      },
    ],
  },
  limits: { cpu: '100', memory: '400Gi' },
};

/**
 * The objects of the cluster that the page tests use: a subnet is full, so
 * three nodes do not join and pods wait; the GPU pool finds no subnet at all.
 */
export function subnetFull(): ObjectsByResource {
  const {
    nodepools: _pools,
    ec2nodeclasses: _classes,
    daemonsets: _sets,
    ...healthy
  } = healthyCluster();
  const range = (count: number) =>
    Array.from({ length: count }, (_, index) => index + 1);
  return combine(healthy, ...range(8).map(oldNode), ...range(3).map(newNode), {
    nodepools: [
      nodePool('general', {
        manifest,
        usage: {
          nodes: 11,
          cpus: 88,
          memoryKi: 352 * 1024 ** 2,
          pods: 600,
          gpus: 0,
        },
      }),
      nodePool('gpu', {
        manifest: poolFacts('gpu', { nodeClass: 'gpu' }).spec,
        readyAt: null,
      }),
    ],
    ec2nodeclasses: [
      nodeClass(),
      nodeClass('gpu', {
        conditions: [
          condition(
            'SubnetsReady',
            'False',
            ago('8m'),
            'SubnetsNotFound',
            'SubnetSelector did not match any Subnets',
          ),
        ],
      }),
    ],
    daemonsets: [daemonSet(ciliumAgent(), { scheduled: 12, ready: 9 })],
    pods: range(14).map(index =>
      waitingPod(`web-${index}`, ago('9m'), { workload: web }),
    ),
  });
}
