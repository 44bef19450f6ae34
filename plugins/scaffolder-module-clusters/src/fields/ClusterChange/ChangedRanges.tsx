import {
  type ClusterSpec,
  formatCidr,
  rangesOfSpec,
} from '@clusterworks/plugin-clusters-spec';
import { clashesWith } from '../ClusterCidr/clashesWith';
import { OverlapNote } from '../ClusterCidr/OverlapNote';
import { useAddresses } from '../ClusterCidr/useAddresses';
import { OverlapReason, useBoundReason } from '../ClusterOverlap';
import type { ChangeValue } from './ChangeValue';

function rangesOf(spec: ClusterSpec | undefined): string[] {
  return spec ? rangesOfSpec(spec) : [];
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
  const { addresses } = useAddresses();
  const had = new Set(rangesOf(before));
  const added = rangesOf(value.spec).filter(range => !had.has(range));
  const name = value.cluster ?? '';
  useBoundReason(
    // A text with problems has no ranges for a moment.
    value.spec && added.join(),
    value.overlapAcknowledgement,
    () => onChange({ ...value, overlapAcknowledgement: undefined }),
  );
  const clashes = addresses
    ? added.flatMap(range =>
        clashesWith(range, addresses.blocks, name).map(block => ({
          range,
          block,
        })),
      )
    : [];
  if (clashes.length === 0) {
    return null;
  }
  return (
    <>
      <div role="status">
        {clashes.map(({ range, block }) => (
          <OverlapNote
            key={`${range} ${formatCidr(block.cidr)} ${block.kind} ${
              block.name
            }`}
            value={range}
            {...{ name, block }}
          />
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
