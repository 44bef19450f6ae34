import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  launchOutlooks,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { useMemo } from 'react';
import { clusterFormTranslationRef } from '../../translation';
import { PoolOutlook } from './PoolOutlook';
import styles from './PoolOutlook.module.css';

/** What each pool of a valid spec may launch, folded. */
export function PoolOutlooks({ spec }: { spec: ClusterSpec }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  // The object is new at every render, so its JSON text is compared.
  const text = JSON.stringify(spec);
  const outlooks = useMemo(
    () => launchOutlooks(resolveClusterSpec(JSON.parse(text)).spec),
    [text],
  );
  const origins = [...new Set(outlooks.map(({ origin }) => origin))];
  return (
    <section aria-label={t('outlook.title')} className={styles.outlooks}>
      {origins.map(origin => (
        <details key={origin}>
          <summary>
            <Text variant="body-medium">
              {t('outlook.poolTitle', { pool: origin })}
            </Text>
          </summary>
          <PoolOutlook
            outlooks={outlooks.filter(each => each.origin === origin)}
          />
        </details>
      ))}
    </section>
  );
}
