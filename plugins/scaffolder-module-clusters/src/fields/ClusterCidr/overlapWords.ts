import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import { formatCidr } from '@clusterworks/plugin-clusters-spec';
import type { clusterFormTranslationRef } from '../../translation';
import type { AddressBlock } from './addressBlocks';

/**
 * With what a range overlaps. The title of a pull request follows these words,
 * where the block has one.
 *
 * @param name - the cluster that is to have the range
 */
export function overlapWords(
  t: TranslationFunction<(typeof clusterFormTranslationRef)['T']>,
  value: string,
  name: string,
  block: AddressBlock,
): string {
  const text = {
    ...{ cidr: value, name, owner: block.name },
    taken: formatCidr(block.cidr),
  };
  if (block.pullRequest) {
    return t('cidr.overlapChange', text);
  }
  return block.kind === 'reserved'
    ? t('cidr.overlapReserved', text)
    : t('cidr.overlap', text);
}
