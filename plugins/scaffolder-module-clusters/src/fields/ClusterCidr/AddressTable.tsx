import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  cidrSize,
  formatCidr,
  freeCidrs,
  privateRanges,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import type { AddressBlock } from './addressBlocks';
import { LARGEST_PREFIX } from './boxesOf';
import { useBlockWords } from './useBlockWords';
import styles from './ClusterCidr.module.css';

/** Free ranges that the table lists. */
const MAX_FREE = 40;

function Rows(props: {
  blocks: readonly AddressBlock[];
  size: number;
  isDisabled?: boolean;
  onChoose(cidr: string): void;
}) {
  const { blocks, size, isDisabled, onChoose } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatNumber } = useFormat();
  const wordsOf = useBlockWords();
  const prefix = Math.max(size, LARGEST_PREFIX);
  const free = privateRanges
    .flatMap(within =>
      freeCidrs({
        within,
        taken: blocks.map(({ cidr }) => cidr),
        longestPrefix: prefix,
      }),
    )
    .slice(0, MAX_FREE);
  const rows = [
    ...blocks.map(block => ({ cidr: block.cidr, block })),
    ...free.map(cidr => ({ cidr, block: undefined })),
  ].sort((a, b) => a.cidr.first - b.cidr.first);
  return (
    <tbody>
      {rows.map(({ cidr, block }) => (
        <tr key={`${formatCidr(cidr)} ${block?.kind} ${block?.name}`}>
          <th scope="row">{formatCidr(cidr)}</th>
          <td className={styles.number}>{formatNumber(cidrSize(cidr))}</td>
          <td>
            {block?.pullRequest && (
              <Link href={block.pullRequest.url}>{wordsOf(block)}</Link>
            )}
            {block && !block.pullRequest && wordsOf(block)}
            {!block && (
              <Button
                size="small"
                variant="tertiary"
                isDisabled={isDisabled}
                onPress={() =>
                  onChoose(formatCidr({ first: cidr.first, prefix }))
                }
              >
                {t('cidr.use', {
                  cidr: formatCidr({ first: cidr.first, prefix }),
                })}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/** What the picture shows, as a table that is made when it is opened. */
export function AddressTable(props: {
  blocks: readonly AddressBlock[];
  size: number;
  isDisabled?: boolean;
  onChoose(cidr: string): void;
}) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.details}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{t('cidr.table')}</summary>
      {isOpen && (
        <table className={styles.table} aria-label={t('cidr.tableTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('cidr.cidr')}</th>
              <th scope="col">{t('cidr.addresses')}</th>
              <th scope="col">{t('cidr.what')}</th>
            </tr>
          </thead>
          <Rows {...props} />
        </table>
      )}
    </details>
  );
}
