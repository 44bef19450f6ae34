import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  cidrContains,
  formatCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { AddressBar } from './AddressBar';
import { blocksIn, type AddressBlock } from './addressBlocks';
import { overviewParts } from './boxesOf';
import { spanName } from './cidrNames';
import { moveFocus } from './moveFocus';
import { useBlockWords } from './useBlockWords';
import styles from './ClusterCidr.module.css';

/** A whole private range in sixteen parts, each of which can be looked into. */
export function AddressOverview(props: {
  root: Cidr;
  window: Cidr;
  blocks: readonly AddressBlock[];
  chosen: Cidr | undefined;
  onOpen(cidr: Cidr): void;
}) {
  const { root, window, blocks, chosen, onOpen } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const wordsOf = useBlockWords();
  const parts = overviewParts(root);
  const isShown = (part: Cidr) => cidrContains(part, window);
  const reached = Math.max(0, parts.findIndex(isShown));
  return (
    <div>
      {/* The arrow keys only move the focus among the buttons. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={styles.overview}
        role="group"
        aria-label={t('cidr.space', { range: formatCidr(root) })}
        onKeyDown={moveFocus}
      >
        {parts.map((part, index) => {
          const inside = blocksIn(part, blocks);
          const label = t('cidr.open', {
            cidr: formatCidr(part),
            content: inside.map(wordsOf).join(', ') || t('cidr.empty'),
          });
          return (
            <button
              key={part.first}
              type="button"
              className={styles.part}
              aria-label={label}
              aria-pressed={isShown(part)}
              tabIndex={index === reached ? 0 : -1}
              title={label}
              onClick={() => onOpen(part)}
            >
              <AddressBar within={part} blocks={inside} chosen={chosen} />
            </button>
          );
        })}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{spanName(parts[0]).split(' ')[0]}</span>
        <span>{spanName(window)}</span>
        <span>
          {spanName(parts[parts.length - 1])
            .split(' ')
            .at(-1)}
        </span>
      </div>
    </div>
  );
}
