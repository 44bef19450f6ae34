import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { VersionPair } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './FleetPage.module.css';

/** The version that was seen, and the wanted one where they differ. */
export function VersionCell(props: { version: VersionPair }) {
  const { desired, observed } = props.version;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!observed) {
    return (
      <span className={styles.version}>
        <span className={styles.quiet}>{t('fleet.notObserved')}</span>
        {desired && (
          <span className={styles.quiet}>
            {t('fleet.desired', { version: desired })}
          </span>
        )}
      </span>
    );
  }
  // EKS reports 1.35.4 where the spec says 1.35.
  const isWanted =
    !desired || observed === desired || observed.startsWith(`${desired}.`);
  return (
    <span className={styles.version}>
      {observed}
      {!isWanted && (
        <span className={styles.quiet}>
          {t('fleet.desired', { version: desired })}
        </span>
      )}
    </span>
  );
}
