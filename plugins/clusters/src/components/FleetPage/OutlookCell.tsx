import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { VersionPair } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { VersionCell } from './VersionCell';
import type { VersionOutlook } from './versionOutlook';
import styles from './FleetPage.module.css';

function useNextText() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return ({
    version,
    blockers,
    unseen,
  }: NonNullable<VersionOutlook['next']>) => {
    if (!blockers) {
      const components = unseen.map(each => t(`fleet.columns.${each}`));
      return t('fleet.nextUnknown', {
        version,
        components: components.join(', '),
      });
    }
    return blockers.length > 0
      ? t('fleet.nextBlocked', { version, blockers: blockers.join('; ') })
      : t('fleet.nextFree', { version });
  };
}

/**
 * The version of one component: until when it is supported, and what keeps it
 * from the next line.
 */
export function OutlookCell(props: {
  version: VersionPair;
  /** Absent when the version was not observed. */
  outlook: VersionOutlook | undefined;
}) {
  const { version, outlook } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDate } = useFormat();
  const nextText = useNextText();
  if (!outlook) {
    return <VersionCell version={version} />;
  }
  const { supportUntil, isPast, isKnown, next } = outlook;
  return (
    <div className={styles.outlook}>
      <VersionCell version={version} />
      {supportUntil && (
        <Text
          as="p"
          variant="body-small"
          color="secondary"
          className={isPast ? styles.ended : undefined}
        >
          {isPast && <span aria-hidden="true">▲ </span>}
          {t(isPast ? 'fleet.supportEnded' : 'fleet.supportUntil', {
            date: formatDate(supportUntil),
          })}
        </Text>
      )}
      {next && (
        <Text as="p" variant="body-small" color="secondary">
          {nextText(next)}
        </Text>
      )}
      {!isKnown && (
        <Text as="p" variant="body-small" color="secondary">
          {t('fleet.lineUnknown')}
        </Text>
      )}
    </div>
  );
}
