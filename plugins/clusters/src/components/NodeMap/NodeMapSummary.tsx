import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterView,
  type Measure,
  shareMeasure,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { MeasureValue } from '../MeasureValue';
import styles from './NodeMap.module.css';

/** NodeClaims whose node has not joined yet. */
function inFlight(view: ClusterView): number {
  return (view.karpenter.nodeClaims ?? []).filter(
    ({ stage }) => stage === 'launching' || stage === 'registering',
  ).length;
}

/** `48 nodes +3 in flight · CPU 61 % · memory 70 % · 62 % spot`. */
export function NodeMapSummary(props: { view: ClusterView }) {
  const { view } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatShare } = useFormat();
  const coming = inFlight(view);
  const { interrupted = 0 } = view.karpenter;
  const share = (measure: Measure) => (
    <MeasureValue measure={measure} format={formatShare} />
  );
  return (
    <p className={styles.summary}>
      <MeasureValue measure={view.nodes} /> {t('overview.nodesWord')}
      {coming > 0 &&
        ` ${t('nodes.inFlight', { number: formatNumber(coming) })}`}
      {' · '}
      {t('nodes.sizes.cpu')}{' '}
      {share(shareMeasure(view.cpuRequested, view.cpuAllocatable))}
      {view.memoryRequested && view.memoryAllocatable && (
        <>
          {' · '}
          {t('nodes.sizes.memory')}{' '}
          {share(shareMeasure(view.memoryRequested, view.memoryAllocatable))}
        </>
      )}
      {' · '}
      {share(view.spotShare)} {t('nodes.spot')}
      {interrupted > 0 &&
        ` · ${t('nodes.interrupted', { count: interrupted })}`}
    </p>
  );
}
