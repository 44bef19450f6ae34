import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { StillRuns } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import { Fact } from './Fact';
import { HeldPods } from './HeldPods';
import { useMeasureText } from './useMeasureText';
import styles from './ClusterChangeReview.module.css';

/** What still runs in a cluster that is taken down, as far as it is seen. */
export function StillRunsSection({ seen }: { seen: StillRuns }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatTime } = useFormat();
  const { say } = useMeasureText();
  const facts = [
    {
      name: t('decommission.nodeClaims'),
      value: say(seen.nodeClaims),
      more: seen.names,
    },
    { name: t('decommission.pods'), value: say(seen.pods) },
    { name: t('decommission.held'), value: say(seen.heldTotal) },
    {
      name: t('decommission.budgets'),
      value: say(seen.budgetsTotal),
      more: seen.budgets,
    },
    {
      name: t('decommission.volumes'),
      value: say(seen.volumes),
      more: seen.volumeNames,
    },
    {
      name: t('decommission.loadBalancers'),
      value: say(seen.loadBalancers),
    },
  ];
  return (
    <section aria-label={t('decommission.stillRuns')}>
      <Text as="p" variant="body-medium" weight="bold">
        {t('decommission.stillRuns')}
      </Text>
      <table className={styles.fields} aria-label={t('decommission.stillRuns')}>
        <tbody>
          {facts.map(fact => (
            <Fact key={fact.name} {...fact} />
          ))}
        </tbody>
      </table>
      <HeldPods held={seen.held} />
      <Text as="p" variant="body-small" color="secondary">
        {seen.observedAt
          ? t('blast.observed', {
              time: formatTime(seen.observedAt),
            })
          : t('blast.notObserved')}
      </Text>
    </section>
  );
}
