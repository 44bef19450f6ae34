import { addressNumber, addressText } from '../model/AddressBook';
import { Machine } from '../model/Machine';
import type { World } from '../World';
import { Scenario } from './Scenario';

/** Addresses that are left in the subnet in the end. */
const LEFT = 2;
const PREFIX = 26;

function freeOn(machine: Machine): number {
  const total = machine.cilium.enis.reduce(
    (sum, eni) => sum + eni.addresses.length,
    0,
  );
  return total - machine.cilium.used.size;
}

/** One more pod, on the node that has the most addresses to spare. */
function addPod(world: World, zone: string): boolean {
  const { state, activity, pods } = world;
  const [machine] = [...state.machines]
    .filter(each => each.subnet.zone === zone && each.claim && each.initialized)
    .sort((a, b) => freeOn(b) - freeOn(a));
  if (!machine || freeOn(machine) <= LEFT) {
    return false;
  }
  const cart =
    state.workloads.get('shop/cart') ?? activity.service('cart', 'shop', 0);
  activity.scale(cart, cart.replicas + 1);
  pods.place(pods.create(cart), machine);
  return true;
}

/** Subnets that were cut too small, filled up by pods. */
export const ipSpaceNearlyGone: Scenario = {
  description:
    'the subnet of one zone has next to no free address: nodes there cannot keep eight in reserve',
  adjustPlan: plan => {
    const [base] = plan.vpcCidr.split('/');
    const size = 2 ** (32 - PREFIX);
    return {
      ...plan,
      subnets: plan.subnets.map((subnet, index) => ({
        ...subnet,
        cidr: `${addressText(addressNumber(base) + index * size)}/${PREFIX}`,
      })),
    };
  },
  begin: world => {
    const [{ zone }] = world.state.plan.subnets;
    world.state.timeline.every(60_000, () => addPod(world, zone));
  },
};
