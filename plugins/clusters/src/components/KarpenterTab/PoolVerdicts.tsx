import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PoolVerdictView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ObjectLink } from '../ObjectLink';
import { ANSWER_MARKS, askedOf, decisiveChecks } from './poolVerdictText';
import styles from './KarpenterTab.module.css';

/** `✕ no: limit, labels`. */
export function PoolAnswer(props: { verdict: PoolVerdictView | undefined }) {
  const { verdict } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!verdict) {
    return <>—</>;
  }
  const { takes } = verdict;
  const because = decisiveChecks(verdict)
    .map(by => t(`pendingPods.by.${by}`))
    .join(', ');
  return (
    <span data-takes={takes} className={styles.answer}>
      <span aria-hidden="true">{ANSWER_MARKS[takes]}</span>{' '}
      {[t(`pendingPods.takes.${takes}`), because].filter(Boolean).join(': ')}
    </span>
  );
}

/** What each pool says to a pod, predicate by predicate. */
export function PoolVerdicts(props: {
  /** `namespace/name`. */
  pod: string;
  pools: PoolVerdictView[];
}) {
  const { pod, pools } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const columns: DataColumn<PoolVerdictView>[] = [
    {
      id: 'pool',
      header: t('karpenter.columns.name'),
      isRowHeader: true,
      wraps: true,
      render: ({ nodePool }) => <ObjectLink kind="NodePool" name={nodePool} />,
    },
    {
      id: 'takes',
      header: t('pendingPods.takesIt'),
      render: verdict => (
        <>
          <span aria-hidden="true">{ANSWER_MARKS[verdict.takes]}</span>{' '}
          {t(`pendingPods.takes.${verdict.takes}`)}
        </>
      ),
    },
    ...askedOf(pools).map(
      (by): DataColumn<PoolVerdictView> => ({
        id: by,
        header: t(`pendingPods.by.${by}`),
        hint: t(`pendingPods.asks.${by}`),
        priority: 2,
        render: ({ checks }) => {
          const is = checks.find(check => check.by === by)?.is;
          return is ? (
            <>
              <span aria-hidden="true">{ANSWER_MARKS[is]}</span>{' '}
              {t(`pendingPods.takes.${is}`)}
            </>
          ) : (
            '—'
          );
        },
      }),
    ),
  ];
  return (
    <DataTable
      label={t('pendingPods.verdicts', { pod })}
      columns={columns}
      rows={pools}
      rowKey={({ nodePool }) => nodePool}
    />
  );
}
