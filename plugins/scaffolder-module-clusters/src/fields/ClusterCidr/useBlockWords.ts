import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../../translation';
import type { AddressBlock } from './addressBlocks';

/** What has a block, in words. */
export function useBlockWords(): (block: AddressBlock) => string {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return ({ kind, name, pullRequest }) => {
    if (kind === 'reserved') {
      return t('cidr.reservedFor', { name });
    }
    return pullRequest
      ? t('cidr.proposedFor', { name, number: String(pullRequest.number) })
      : name;
  };
}
