import type { Cluster } from '../cluster/Cluster';
import type { Machine } from '../cluster/Machine';
import { subnetCidr } from '../plan/subnetsOf';
import type { Scenario } from './Scenario';

/** Addresses that are left on each node in the end. */
const LEFT = 2;
const PREFIX = 26;

function freeOn({ cilium }: Machine): number {
  const addresses = cilium.enis.flatMap(eni => eni.addresses);
  return addresses.length - cilium.used.size;
}

/** One more pod in a zone, on the node that has the most addresses to spare. */
function addPod({ state, activity, pods }: Cluster, zone: string): boolean {
  const [machine] = [...state.machines]
    .filter(
      ({ instance, node, claim }) =>
        instance.subnet.zone === zone && claim && node.initialized,
    )
    .sort((a, b) => freeOn(b) - freeOn(a));
  if (!machine || freeOn(machine) <= LEFT) {
    return false;
  }
  const cart = activity.service('cart', 'shop', 0);
  activity.scale(cart, 1);
  pods.place(pods.create(cart), machine);
  return true;
}

/** Subnets that were cut too small, filled up by pods. */
export const ipSpaceNearlyGone: Scenario = {
  description:
    'the subnet of one zone has next to no free address: nodes there cannot keep eight in reserve',
  adjustPlan: plan => ({
    ...plan,
    subnets: plan.subnets.map((subnet, index) => ({
      ...subnet,
      cidr: subnetCidr(plan.vpcCidr, index, PREFIX),
    })),
  }),
  begin: cluster => {
    const { plan, timeline } = cluster.state;
    const [{ zone }] = plan.subnets;
    timeline.every(60_000, () => addPod(cluster, zone));
  },
};
