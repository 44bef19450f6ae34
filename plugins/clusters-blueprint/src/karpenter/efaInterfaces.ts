import { InputError } from '@backstage/errors';
import {
  findEfaType,
  type LaunchPool,
} from '@clusterworks/plugin-clusters-spec';

type NetworkInterface = {
  networkCardIndex: number;
  deviceIndex: number;
  interfaceType: 'interface' | 'efa-only';
};

/**
 * The fields of a NodeClass that give each node an Elastic Fabric Adapter on
 * every network card. The adapters carry no addresses (`efa-only`): Cilium
 * would give such addresses to pods, and mix up the routes of interfaces that
 * have the same device index on different cards. The order of indices is that
 * of the EC2 user guide, "Maximize network bandwidth on Amazon EC2 instances
 * with multiple network cards".
 *
 * @throws InputError when the network cards of the type are not known.
 */
export function efaInterfaces({ efa }: Pick<LaunchPool, 'efa'>): {
  networkInterfaces?: NetworkInterface[];
  placementGroupSelector?: { name: string };
} {
  if (!efa) {
    return {};
  }
  const type = findEfaType(efa.instanceType);
  if (!type) {
    throw new InputError(
      `The network cards of ${efa.instanceType} are not known`,
    );
  }
  const adapters = Array.from({ length: type.networkCards }, (_, card) => ({
    networkCardIndex: card,
    // The first interface of the first card is the one with addresses.
    deviceIndex: card === 0 ? 1 : 0,
    interfaceType: 'efa-only' as const,
  }));
  return {
    networkInterfaces: [
      { networkCardIndex: 0, deviceIndex: 0, interfaceType: 'interface' },
      ...adapters,
    ],
    ...(efa.placementGroup
      ? { placementGroupSelector: { name: efa.placementGroup } }
      : {}),
  };
}
