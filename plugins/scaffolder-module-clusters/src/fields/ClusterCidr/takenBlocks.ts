import type { Entity } from '@backstage/catalog-model';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import {
  cidrsOverlap,
  formatCidr,
  nextFreeCidr,
  privateRanges,
  tryParseCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';

/** An address block and the cluster that has it. */
export type TakenBlock = { cidr: Cidr; owner: string };

/** The size of block that is proposed: room for thousands of pods. */
const PROPOSED_PREFIX = 16;

/** The address blocks that cluster entities say they have, in order. */
export function takenBlocks(entities: Entity[]): TakenBlock[] {
  return entities
    .flatMap(({ metadata }) =>
      (metadata.annotations?.[clusterAnnotations.vpcCidrs] ?? '')
        .split(',')
        .flatMap(text => {
          const cidr = tryParseCidr(text.trim());
          return cidr ? [{ cidr, owner: metadata.name }] : [];
        }),
    )
    .sort((a, b) => a.cidr.first - b.cidr.first);
}

/** The next free block of the fleet, in the first private range with room. */
export function proposeBlock(taken: TakenBlock[]): string | undefined {
  const cidrs = taken.map(block => block.cidr);
  for (const within of privateRanges) {
    const free = nextFreeCidr({
      within,
      prefix: PROPOSED_PREFIX,
      taken: cidrs,
    });
    if (free) {
      return formatCidr(free);
    }
  }
  return undefined;
}

/** The blocks that share addresses with the given one. */
export function overlapping(text: string, taken: TakenBlock[]): TakenBlock[] {
  const cidr = tryParseCidr(text);
  return cidr ? taken.filter(block => cidrsOverlap(block.cidr, cidr)) : [];
}
