import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { SubnetAddressesView } from '@clusterworks/plugin-clusters-common';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { clusterInput, measureOutput } from './outputSchemas';

const MAX_SUBNETS = 30;

/**
 * Registers `address-runway`: for how long a cluster's subnets have addresses.
 */
export function createAddressRunwayAction(
  registry: ActionsRegistryService,
  clusters: VisibleClusters,
): void {
  registry.register({
    name: 'address-runway',
    title: 'Address room of a cluster',
    description:
      'Tells for one cluster how many addresses its subnets still hold, how many more nodes get theirs, and in how many hours nothing is left if it goes on as before. All are upper bounds: load balancers and other clusters take from the same subnets. list-clusters with sort "room" finds the cluster that runs dry first.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      { title: 'Room of one cluster', input: { name: 'payments-dev' } },
    ],
    schema: {
      input: z => z.object({ name: clusterInput(z) }),
      output: z => {
        const room = z.object({
          addresses: measureOutput(z),
          nodes: measureOutput(z),
          hours: measureOutput(z),
        });
        return z.object({
          room,
          addressesWarm: measureOutput(z)
            .optional()
            .describe('Held ready on nodes for new pods'),
          subnets: z
            .array(
              z.object({
                subnetId: z.string(),
                cidr: z.string().optional(),
                zone: z.string().optional(),
                nodes: z.number(),
                used: measureOutput(z),
                usable: measureOutput(z),
                room,
                refused: z
                  .string()
                  .optional()
                  .describe('Set when nodes here do not get addresses'),
              }),
            )
            .optional()
            .describe('The fullest first; absent when not known'),
          subnetsTotal: z.number().optional(),
        });
      },
    },
    action: async ({ input, credentials }) => {
      const { body } = await clusters.get(input.name, credentials);
      const { cilium } = body.view() ?? {};
      const subnets = cilium?.subnets?.toSorted(byRoom);
      return {
        output: {
          room: body.row.room,
          addressesWarm: cilium?.addressesWarm,
          subnets: subnets?.slice(0, MAX_SUBNETS).map(one => ({
            subnetId: one.subnetId,
            cidr: one.cidr,
            zone: one.zone,
            nodes: one.nodes,
            used: one.used,
            usable: one.usable,
            room: one.room,
            refused: one.refused?.text,
          })),
          subnetsTotal: subnets?.length,
        },
      };
    },
  });
}

/** Fullest subnets first; those whose free addresses are not known last. */
function byRoom(a: SubnetAddressesView, b: SubnetAddressesView): number {
  const left = ({ room: { addresses } }: SubnetAddressesView) =>
    addresses.certainty === 'unknown' ? Infinity : addresses.value;
  const [first, second] = [left(a), left(b)];
  return first === second
    ? a.subnetId.localeCompare(b.subnetId)
    : first - second;
}
