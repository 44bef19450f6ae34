import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type NodePoolView,
  nodeStageSchema,
  type ResourceLedger,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { KeyFacts } from '../KeyFacts';
import { leftOf, provisionedShare } from '../Ledger';
import { MeasureValue } from '../MeasureValue';
import { ObjectLink } from '../ObjectLink';
import { RelativeTime } from '../RelativeTime';
import { UsageBar } from '../UsageBar';
import { BudgetList } from './BudgetList';
import styles from './PoolDetails.module.css';

function LedgerTable(props: { pool: NodePoolView }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, formatShare, resourceLabel } = useFormat();
  const amount = (entry: ResourceLedger) => (value: number) =>
    formatAmount(entry.resource, value);
  const columns: DataColumn<ResourceLedger>[] = [
    {
      id: 'resource',
      header: t('karpenter.resource'),
      isRowHeader: true,
      render: entry => resourceLabel(entry.resource),
    },
    {
      id: 'limit',
      header: t('karpenter.limit'),
      align: 'end',
      render: entry =>
        entry.limit === undefined
          ? t('karpenter.noLimit')
          : formatAmount(entry.resource, entry.limit),
    },
    {
      id: 'provisioned',
      header: t('karpenter.provisioned'),
      align: 'end',
      render: entry => (
        <MeasureValue measure={entry.provisioned} format={amount(entry)} />
      ),
    },
    {
      id: 'requested',
      header: t('karpenter.requested'),
      align: 'end',
      priority: 2,
      render: entry =>
        entry.requested ? (
          <MeasureValue measure={entry.requested} format={amount(entry)} />
        ) : (
          '—'
        ),
    },
    {
      id: 'left',
      header: t('karpenter.left'),
      align: 'end',
      render: entry => {
        const left = leftOf(entry);
        return left ? (
          <MeasureValue measure={left} format={amount(entry)} />
        ) : (
          '—'
        );
      },
    },
    {
      id: 'share',
      header: t('karpenter.share'),
      align: 'end',
      priority: 2,
      render: entry => {
        const share = provisionedShare(entry);
        return share ? (
          <span className={styles.share}>
            <UsageBar share={measureNumber(share)} />
            <MeasureValue measure={share} format={formatShare} />
          </span>
        ) : (
          '—'
        );
      },
    },
  ];
  return (
    <DataTable
      label={t('karpenter.ledger', { name: props.pool.name })}
      columns={columns}
      rows={props.pool.resources}
      rowKey={entry => entry.resource}
    />
  );
}

function EffectiveLimit(props: { pool: NodePoolView }) {
  const { effectiveLimit } = props.pool;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, resourceLabel } = useFormat();
  if (!effectiveLimit) {
    return null;
  }
  const { resource, left, smallestNode, fits } = effectiveLimit;
  return (
    <Text
      as="p"
      color="secondary"
      className={fits ? undefined : styles.warning}
    >
      {t(fits ? 'karpenter.limitFits' : 'karpenter.limitReached', {
        resource: resourceLabel(resource),
        left: formatAmount(resource, left),
        smallest: formatAmount(resource, smallestNode),
      })}
    </Text>
  );
}

/** A NodePool opened in place: its ledger, and how it launches and disrupts. */
export function PoolDetails(props: { pool: NodePoolView }) {
  const { pool } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const claims = nodeStageSchema.options
    .filter(stage => (pool.nodeClaims?.[stage] ?? 0) > 0)
    .map(
      stage =>
        `${formatNumber(pool.nodeClaims?.[stage] ?? 0)} ${t(`stage.${stage}`)}`,
    )
    .join(', ');
  return (
    <div className={styles.details}>
      {pool.ready.message && <Text as="p">{pool.ready.message}</Text>}
      <LedgerTable pool={pool} />
      <EffectiveLimit pool={pool} />
      <div className={styles.detailFacts}>
        <KeyFacts
          facts={[
            {
              label: t('karpenter.nodeClass'),
              value: pool.nodeClass && (
                <ObjectLink kind="EC2NodeClass" name={pool.nodeClass} />
              ),
            },
            { label: t('karpenter.weight'), value: pool.weight },
            {
              label: t('karpenter.capacity'),
              value: pool.capacityTypes.join(', '),
            },
            {
              label: t('karpenter.consolidation'),
              value: t('karpenter.consolidationText', pool.consolidation),
            },
            { label: t('karpenter.expireAfter'), value: pool.expireAfter },
            { label: t('karpenter.claims'), value: claims },
            {
              label: t('karpenter.readySince'),
              value: pool.ready.since && <RelativeTime at={pool.ready.since} />,
            },
          ]}
        />
        {pool.disruption && <BudgetList disruption={pool.disruption} />}
      </div>
    </div>
  );
}
