import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WavePlan } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './Waves.module.css';

/** The groups that a wave would change, and the clusters that it leaves out. */
export function WavePlanView(props: { plan: WavePlan; filter: string }) {
  const { plan, filter } = props;
  const isNoMatch = filter !== '' && plan.leftOut.length === 0;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <section className={styles.section} aria-live="polite">
      <Text as="h2" variant="title-x-small">
        {t('waves.form.plan')}
      </Text>
      {plan.stages.length === 0 && (
        <Text as="p">{t(`waves.form.${isNoMatch ? 'noMatch' : 'none'}`)}</Text>
      )}
      <ol className={styles.list}>
        {plan.stages.map(({ environment, clusters }, index) => (
          <li key={index}>
            {environment || t('waves.noEnvironment')}: {clusters.join(', ')}
          </li>
        ))}
      </ol>
      {plan.leftOut.length > 0 && (
        <>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('waves.form.leftOut')}
          </Text>
          <ul className={styles.list}>
            {plan.leftOut.map(({ cluster, why }) => (
              <li key={cluster}>
                {cluster}: {t(`waves.why.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.opensBy === 'person' && (
        <Text as="p" variant="body-small">
          {t('waves.form.person')}
        </Text>
      )}
    </section>
  );
}
