import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LaunchOutlook } from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { OutlookFactList } from './OutlookFactList';
import { OutlookPicture } from './OutlookPicture';
import styles from './PoolOutlook.module.css';

/** The order in which Karpenter tries capacity, as far as it is known. */
function Order({ outlooks }: { outlooks: readonly LaunchOutlook[] }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const steps = [...outlooks]
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .flatMap(({ name, weight, capacityTypes }) =>
      (['spot', 'on-demand'] as const)
        .filter(type => capacityTypes.includes(type))
        .map(type => ({ name, weight, type })),
    );
  return (
    <>
      <ol className={styles.order}>
        {steps.map(({ name, weight, type }) => (
          <li key={`${name} ${type}`}>
            <Text variant="body-small">
              {t(type === 'spot' ? 'outlook.spot' : 'outlook.onDemand', {
                pool: name,
              })}
              {weight === undefined
                ? ''
                : ` ${t('outlook.weight', { weight: String(weight) })}`}
            </Text>
          </li>
        ))}
      </ol>
      <Text as="p" variant="body-small" color="secondary">
        {t('outlook.prices')}
      </Text>
    </>
  );
}

/** What one pool of a spec may launch; it may become two NodePools. */
export function PoolOutlook(props: { outlooks: readonly LaunchOutlook[] }) {
  const { outlooks } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  if (outlooks.length === 0) {
    return null;
  }
  return (
    <div className={styles.outlook}>
      <Text as="h4" variant="body-small" weight="bold" className={styles.title}>
        {t('outlook.title')}
      </Text>
      {outlooks.map(outlook => (
        <div key={outlook.name}>
          {outlooks.length > 1 && (
            <Text as="h5" variant="body-small" className={styles.title}>
              {t('outlook.nodePool', { pool: outlook.name })}
            </Text>
          )}
          <OutlookPicture outlook={outlook} />
          <OutlookFactList outlook={outlook} />
        </div>
      ))}
      <Text as="p" variant="body-small" color="secondary">
        {t('outlook.legend')}
      </Text>
      <Text as="h4" variant="body-small" weight="bold" className={styles.title}>
        {t('outlook.order')}
      </Text>
      <Order outlooks={outlooks} />
    </div>
  );
}
