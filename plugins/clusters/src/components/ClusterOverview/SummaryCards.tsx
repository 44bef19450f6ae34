import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterView,
  type NodePoolView,
  type RolloutView,
  shareMeasure,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { Flash } from '../Flash';
import { KeyFacts } from '../KeyFacts';
import { LedgerBar, ledgerOf } from '../Ledger';
import { MeasureValue } from '../MeasureValue';
import { rolloutVerdict } from '../RolloutTable';
import { RoomValue } from '../RoomValue';
import { VerdictMark } from '../VerdictMark';
import styles from './ClusterOverview.module.css';

/** More pools than this are shown on their tab only. */
const POOLS_SHOWN = 4;

/**
 * A pool, and the resource whose limit stops it first: how much of that limit
 * is provisioned.
 */
function PoolLine(props: { pool: NodePoolView }) {
  const { pool } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, resourceLabel } = useFormat();
  const entry = ledgerOf(pool, pool.effectiveLimit?.resource ?? 'cpu');
  const isReady = pool.ready.status === 'True';
  return (
    <span className={styles.pool}>
      {!isReady && (
        <VerdictMark
          verdict={pool.ready.status === 'False' ? 'critical' : 'unknown'}
          word={t(`karpenter.ready.${pool.ready.status}`)}
          shapeOnly
        />
      )}
      {entry?.limit === undefined ? (
        <>
          <MeasureValue measure={pool.nodes} /> {t('overview.nodesWord')}
        </>
      ) : (
        <>
          <LedgerBar entry={entry} />
          <span>
            <MeasureValue
              measure={entry.provisioned}
              format={value => formatAmount(entry.resource, value)}
            />{' '}
            {t('overview.ofLimit', {
              limit: formatAmount(entry.resource, entry.limit),
              resource: resourceLabel(entry.resource),
            })}
          </span>
        </>
      )}
    </span>
  );
}

/** Karpenter in four lines. */
export function KarpenterSummary(props: { view: ClusterView }) {
  const { karpenter, nodes, nodesNotReady, podsPending } = props.view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure } = useFormat();
  return (
    <section className={styles.summary}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.karpenter')}
      </Text>
      {karpenter.state !== 'ok' && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`findings.sourceStates.${karpenter.state}`)}
          {karpenter.reason && `: ${karpenter.reason}`}
        </Text>
      )}
      <KeyFacts
        facts={[
          {
            label: t('overview.nodes'),
            value: (
              <Flash signature={formatMeasure(nodes).text}>
                <MeasureValue measure={nodes} />
              </Flash>
            ),
          },
          {
            label: t('overview.nodesNotReady'),
            value: <MeasureValue measure={nodesNotReady} />,
          },
          {
            label: t('overview.podsPending'),
            value: <MeasureValue measure={podsPending} />,
          },
          ...karpenter.nodePools.slice(0, POOLS_SHOWN).map(pool => ({
            label: pool.name,
            value: <PoolLine pool={pool} />,
          })),
        ]}
      />
    </section>
  );
}

function RolloutLine(props: { rollout: RolloutView }) {
  const { ready, desired } = props.rollout;
  return (
    <>
      <VerdictMark verdict={rolloutVerdict(props.rollout)} shapeOnly />{' '}
      <MeasureValue measure={ready} /> / <MeasureValue measure={desired} />
    </>
  );
}

/** Cilium in four lines. */
export function CiliumSummary(props: { view: ClusterView }) {
  const { cilium } = props.view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure } = useFormat();
  return (
    <section className={styles.summary}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.cilium')}
      </Text>
      {cilium.state !== 'ok' && (
        <Text as="p" variant="body-small" color="secondary">
          {t(`findings.sourceStates.${cilium.state}`)}
          {cilium.reason && `: ${cilium.reason}`}
        </Text>
      )}
      <KeyFacts
        facts={[
          ...cilium.rollouts.map(rollout => ({
            label: rollout.component,
            value: <RolloutLine rollout={rollout} />,
          })),
          {
            label: t('overview.room'),
            value: (
              <Flash signature={formatMeasure(cilium.room.nodes).text}>
                <RoomValue room={cilium.room} />
              </Flash>
            ),
          },
          {
            label: t('overview.warm'),
            value: <MeasureValue measure={cilium.addressesWarm} />,
          },
        ]}
      />
    </section>
  );
}

/** Versions, load and cost in four lines. */
export function ClusterSummary(props: { view: ClusterView }) {
  const { versions, cpuRequested, cpuAllocatable, spotShare } = props.view;
  const { memoryRequested, memoryAllocatable } = props.view;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatShare } = useFormat();
  return (
    <section className={styles.summary}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('overview.versions')}
      </Text>
      <KeyFacts
        facts={[
          { label: 'Kubernetes', value: versions.kubernetes ?? '—' },
          { label: 'Karpenter', value: versions.karpenter ?? '—' },
          { label: 'Cilium', value: versions.cilium ?? '—' },
          {
            label: t('overview.cpu'),
            value: (
              <MeasureValue
                measure={shareMeasure(cpuRequested, cpuAllocatable)}
                format={formatShare}
              />
            ),
          },
          ...(memoryRequested && memoryAllocatable
            ? [
                {
                  label: t('overview.memory'),
                  value: (
                    <MeasureValue
                      measure={shareMeasure(memoryRequested, memoryAllocatable)}
                      format={formatShare}
                    />
                  ),
                },
              ]
            : []),
          {
            label: t('overview.spot'),
            value: <MeasureValue measure={spotShare} format={formatShare} />,
          },
        ]}
      />
    </section>
  );
}
