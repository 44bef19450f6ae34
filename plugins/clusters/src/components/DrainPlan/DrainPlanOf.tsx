import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useDrainPlan } from '../../hooks/useDrainPlan';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { RelativeTime } from '../RelativeTime';
import { LoadingRows, RequestErrorNotice } from '../StateNotice';
import { DestinationBar } from './DestinationBar';
import { DestinationTable } from './DestinationTable';
import { DrainedNodeTable } from './DrainedNodeTable';
import styles from './DrainPlan.module.css';

/**
 * What draining some nodes would do: where their pods would go, what holds
 * them and what would be lost. Nothing is drained.
 */
export function DrainPlanOf(props: {
  cluster: string;
  nodes: readonly string[];
}) {
  const { cluster, nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { value: plan, error, loading, refresh } = useDrainPlan(cluster, nodes);
  if (loading) {
    return <LoadingRows />;
  }
  if (!plan) {
    return error ? (
      <RequestErrorNotice error={error} onRetry={refresh} />
    ) : null;
  }
  if (plan.unread) {
    return <Text as="p">{t('drain.unread', { reason: plan.unread })}</Text>;
  }
  return (
    <div className={styles.plan}>
      <DestinationBar totals={plan.totals} />
      <DrainedNodeTable plan={plan} />
      <AsTable title={t('drain.eachPod')}>
        {() => <DestinationTable plan={plan} />}
      </AsTable>
      <Text as="p" variant="body-small" color="secondary">
        {t('drain.note')}{' '}
        <RelativeTime
          at={plan.at}
          words={duration => t('drain.madeAgo', { duration })}
        />
      </Text>
    </div>
  );
}
