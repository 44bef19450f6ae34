import { memo } from 'react';
import { Card, CardBody, CardHeader, Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { MeasureValue } from '../MeasureValue';
import { RoomValue } from '../RoomValue';
import { ClusterMark } from '../VerdictMark';
import { useClusterHref } from '../../hooks/useClusterHref';
import { VersionCell } from './VersionCell';
import { WhatCell } from './WhatCell';
import styles from './FleetPage.module.css';

/** One cluster; rendered again only when that changed. */
export const FleetCard = memo(function OneCard(props: { row: FleetRow }) {
  const { row } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  return (
    <Card className={styles.card}>
      <CardHeader>
        <div className={styles.cardTop}>
          <ClusterMark row={row} />
          <AgeChip connection={row.connection} observedAt={row.observedAt} />
        </div>
        <Text as="h3" variant="title-x-small" className={styles.wraps}>
          <Link href={hrefOf(row)} variant="title-x-small">
            {row.name}
          </Link>
        </Text>
        <Text variant="body-small" color="secondary">
          {[row.environment, row.region, row.owner].filter(Boolean).join(' · ')}
        </Text>
      </CardHeader>
      <CardBody>
        <Text as="p" variant="body-medium">
          <WhatCell row={row} />
        </Text>
        <dl className={styles.facts}>
          <div>
            <dt>{t('fleet.columns.nodes')}</dt>
            <dd>
              <MeasureValue measure={row.nodes} />
            </dd>
          </div>
          <div>
            <dt>{t('fleet.columns.room')}</dt>
            <dd>
              <RoomValue room={row.room} />
            </dd>
          </div>
          <div>
            <dt>{t('fleet.columns.cilium')}</dt>
            <dd>
              <VersionCell version={row.versions.cilium} />
            </dd>
          </div>
        </dl>
      </CardBody>
    </Card>
  );
});
