import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { NodeSize } from './nodeGroups';
import { legendSteps, type NodeShade, shadeLevel } from './nodeShade';
import { useNodeWords } from './useNodeWords';
import styles from './NodeMap.module.css';

/** What is drawn apart from the shades, and of which nodes. */
const MARKS: {
  mark: 'hatched' | '▲' | '◆';
  word: 'joining' | 'held' | 'notReady';
  isOf: (node: NodeView, held: ReadonlySet<string>) => boolean;
}[] = [
  {
    ...{ mark: 'hatched', word: 'joining' },
    isOf: ({ state }) => state === 'network' || state === 'initializing',
  },
  { mark: '▲', word: 'held', isOf: ({ name }, held) => held.has(name) },
  {
    ...{ mark: '◆', word: 'notReady' },
    isOf: ({ state }) => state === 'notReady',
  },
];

/** The steps of the shades, with the number of nodes in each. */
export function NodeMapLegend(props: {
  nodes: NodeView[];
  shade: NodeShade;
  size: NodeSize;
  now: number;
  held: ReadonlySet<string>;
}) {
  const { nodes, shade, size, now, held } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const { stepOf } = useNodeWords(size, now);
  const counts = new Map<number | undefined, number>();
  for (const node of nodes) {
    const level = shadeLevel(node, shade, size, now);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const unknown = counts.get(undefined);
  const marks = MARKS.map(({ mark, word, isOf }) => ({
    ...{ mark, word },
    count: nodes.filter(node => isOf(node, held)).length,
  }));
  return (
    <ul className={styles.legend} aria-label={t('nodes.legend')}>
      {legendSteps(shade).map(step => (
        <li key={step.level}>
          <span className={styles.swatch} data-level={step.level} />
          {stepOf(step, shade)}{' '}
          <span className={styles.quiet}>
            {formatNumber(counts.get(step.level) ?? 0)}
          </span>
        </li>
      ))}
      {unknown !== undefined && (
        <li>
          <span className={styles.swatch} data-level="unknown" />
          {t('nodes.shadeUnknown')}{' '}
          <span className={styles.quiet}>{formatNumber(unknown)}</span>
        </li>
      )}
      {marks
        .filter(({ count }) => count > 0)
        .map(({ mark, word, count }) => (
          <li key={word}>
            {mark === 'hatched' ? (
              <span className={styles.swatch} data-state="network" />
            ) : (
              <span aria-hidden="true">{mark} </span>
            )}
            {t(`nodes.marks.${word}`)}{' '}
            <span className={styles.quiet}>{formatNumber(count)}</span>
          </li>
        ))}
    </ul>
  );
}
