import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  formatCidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { clashesWith } from '../ClusterCidr/clashesWith';
import { useAddresses } from '../ClusterCidr/useAddresses';
import { OverlapReason } from '../ClusterOverlap';
import type { ChangeValue } from './ChangeValue';

function rangesOf(spec: ClusterSpec | undefined): string[] {
  const network = spec?.spec.network;
  return network ? [network.vpcCidr, ...(network.secondaryCidrs ?? [])] : [];
}

/**
 * With what the ranges overlap that a change adds, and why that may be, where
 * the installation allows it.
 */
export function ChangedRanges(props: {
  /** As it is in git. */
  before: ClusterSpec | undefined;
  value: ChangeValue;
  onChange: (value: ChangeValue) => void;
}) {
  const { before, value, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { addresses } = useAddresses();
  const had = new Set(rangesOf(before));
  const added = rangesOf(value.spec).filter(range => !had.has(range));
  const name = value.cluster ?? '';
  const clashes = addresses
    ? added.flatMap(range =>
        clashesWith(range, addresses.blocks, name).map(block => ({
          ...{ cidr: range, name, owner: block.name },
          taken: formatCidr(block.cidr),
        })),
      )
    : [];
  if (clashes.length === 0) {
    return null;
  }
  return (
    <>
      <div role="status">
        {clashes.map(clash => (
          <Text
            key={`${clash.cidr} ${clash.taken} ${clash.owner}`}
            as="p"
            variant="body-small"
            color="danger"
          >
            <span aria-hidden="true">▲ </span>
            {t('cidr.overlap', clash)}
          </Text>
        ))}
      </div>
      {addresses?.ledger.overlapPolicy === 'acknowledge' && (
        <OverlapReason
          value={value.overlapAcknowledgement}
          onChange={overlapAcknowledgement =>
            onChange({ ...value, overlapAcknowledgement })
          }
        />
      )}
    </>
  );
}
