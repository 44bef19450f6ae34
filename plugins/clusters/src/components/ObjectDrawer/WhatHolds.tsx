import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import { Part } from './DrawerParts';
import styles from './ObjectDrawer.module.css';

/** Why a node is to be removed, what prevents that and what would free it. */
export function WhatHolds(props: { held: HeldNodeView | undefined }) {
  const { held } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!held) {
    return null;
  }
  return (
    <Part title={t('held.title')}>
      <Text as="p">
        {t(`held.why.${held.why}`)}{' '}
        {held.since && <RelativeTime at={held.since} />}
        {held.blockers.length === 0 && ` · ${t('drawer.nothingHolds')}`}
      </Text>
      <ul className={styles.list}>
        {held.blockers.map(({ pod, owner, why, by, free }) => (
          <li key={pod}>
            <strong>{t(`held.by.${why}`, { by: by ?? '' }).trim()}</strong>:{' '}
            {pod}
            {owner && ` (${owner})`}
            <div className={styles.quiet}>{free}</div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
