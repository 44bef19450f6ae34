import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../../translation';
import type { AddressBlock } from './addressBlocks';
import { overlapWords } from './overlapWords';

/** With what a range overlaps; links to the pull request that asks for it. */
export function OverlapNote(props: {
  value: string;
  /** The cluster that is to have the range. */
  name: string;
  block: AddressBlock;
}) {
  const { value, name, block } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <Text
      as="p"
      variant="body-small"
      color={block.kind === 'reserved' ? 'warning' : 'danger'}
    >
      <span aria-hidden="true">▲ </span>
      {overlapWords(t, value, name, block)}
      {block.pullRequest && (
        <>
          {' '}
          <Link href={block.pullRequest.url} target="_blank">
            {block.pullRequest.title}
          </Link>
        </>
      )}
    </Text>
  );
}
