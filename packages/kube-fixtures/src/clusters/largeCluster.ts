import { ago, type Duration } from '../base/time';
import { ciliumEndpoint } from '../cilium/ciliumEndpoint';
import { karpenterEvent } from '../events/event';
import { nodePool } from '../karpenter/nodePool';
import { disruptionBudget } from '../system/disruptionBudget';
import { pod } from '../workloads/pod';
import { service } from '../workloads/Workload';
import { combine, type ObjectsByResource } from './combine';
import { healthyCluster } from './healthyCluster';
import { runningNode } from './nodeParts';

const SERVICES = 100;
const NOMINATIONS = 1000;
const IDENTITIES = 400;

/** A large cluster in which nothing is wrong: nodes, pods, endpoints, events. */
export function largeCluster(nodes: number, pods: number): ObjectsByResource {
  const services = Array.from({ length: SERVICES }, (_, index) =>
    service(`app-${index}`),
  );
  const names = Array.from({ length: pods }, (_, index) => `web-${index}`);
  const { nodepools: _pools, ...base } = healthyCluster();
  return combine(
    base,
    ...Array.from({ length: nodes - 1 }, (_, index) =>
      runningNode(`general-${index + 2}`),
    ),
    {
      nodepools: ['general', 'gpu', 'batch'].map(name => nodePool(name)),
      pods: names.map((name, index) =>
        pod(name, {
          workload: services[index % SERVICES],
          node: `general-${(index % nodes) + 1}`,
          ip: `10.${index % 200}.${index % 250}.5`,
        }),
      ),
      ciliumendpoints: names.map(name => ciliumEndpoint(name)),
      ciliumidentities: Array.from({ length: IDENTITIES }, (_, index) => ({
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumIdentity',
        metadata: { name: `${1000 + index}`, creationTimestamp: ago('1d') },
      })),
      events: names.slice(0, NOMINATIONS).map((name, index) =>
        karpenterEvent(
          { kind: 'Pod', namespace: 'default', name },
          {
            type: 'Normal',
            reason: 'Nominated',
            message: `Pod should schedule on: nodeclaim/general-${
              (index % nodes) + 1
            }`,
          },
          { at: ago(`${index % 60}m` as Duration) },
        ),
      ),
      poddisruptionbudgets: services.map(each => disruptionBudget(each)),
    },
  );
}
