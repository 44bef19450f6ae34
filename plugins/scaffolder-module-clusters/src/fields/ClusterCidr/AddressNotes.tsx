import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  cidrsOverlap,
  collisionProneRanges,
  formatCidr,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { blocksIn } from './addressBlocks';
import { mayBeSameVpc } from './clashesWith';
import { OverlapNote } from './OverlapNote';
import type { Addresses } from './useAddresses';

/** Names that a sentence lists. */
const MAX_NAMES = 5;

function FreeNote(props: { value: string; addresses: Addresses }) {
  const { value, addresses } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { certainty, reason = '' } = addresses.ledger.free;
  return (
    <Text as="p" variant="body-small" color="secondary" role="status">
      {certainty === 'exact'
        ? t('cidr.free', { cidr: value })
        : t('cidr.notTaken', { cidr: value, reason })}
    </Text>
  );
}

/**
 * What is to be said of a value: with what it overlaps, else whether it is
 * free, and whether networks outside of the fleet often have it too. Says
 * nothing of a value that the next step refuses.
 */
export function AddressNotes(props: {
  value: string;
  /** The cluster that is to have the range. */
  name: string | undefined;
  addresses: Addresses;
  /** Whether the form itself says already with which clusters it overlaps. */
  isReported: boolean;
}) {
  const { value, name, addresses, isReported } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const cidr = tryParseCidr(value);
  if (!cidr) {
    return null;
  }
  const clashes = blocksIn(cidr, addresses.blocks).filter(
    block => block.name !== name || block.kind === 'reserved',
  );
  const shown = clashes.filter(
    block =>
      block.kind === 'reserved' || mayBeSameVpc(cidr, block) || !isReported,
  );
  const prone = collisionProneRanges.find(each =>
    cidrsOverlap(each.cidr, cidr),
  );
  return (
    <>
      {clashes.length === 0 ? (
        <FreeNote value={value} addresses={addresses} />
      ) : (
        <div role="status">
          {shown.map(block => (
            <OverlapNote
              key={`${formatCidr(block.cidr)} ${block.kind} ${block.name}`}
              {...{ value, block }}
              name={name ?? t('cidr.chosenHere')}
            />
          ))}
        </div>
      )}
      {prone && (
        <Text as="p" variant="body-small" color="secondary">
          {t('cidr.prone', { cause: t(`cidr.causes.${prone.cause}`) })}
        </Text>
      )}
    </>
  );
}

/** Clusters whose addresses nobody knows, by name. */
export function UnknownNote(props: { addresses: Addresses }) {
  const { unknown } = props.addresses.ledger;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (unknown.length === 0) {
    return null;
  }
  const names = unknown
    .slice(0, MAX_NAMES)
    .map(({ cluster }) => cluster)
    .join(', ');
  const more = unknown.length - MAX_NAMES;
  return (
    <Text as="p" variant="body-small" color="secondary">
      {t('cidr.unknownClusters', {
        count: unknown.length,
        names:
          more > 0 ? t('cidr.moreNames', { names, more: String(more) }) : names,
      })}
    </Text>
  );
}
