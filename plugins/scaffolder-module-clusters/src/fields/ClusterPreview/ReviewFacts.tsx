import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  resolveClusterSpec,
  whyNotNewer,
} from '@clusterworks/plugin-clusters-spec';
import { useMemo } from 'react';
import { clusterFormTranslationRef } from '../../translation';
import { costDrivers } from './costDrivers';
import styles from './ClusterPreview.module.css';

function useResolved(spec: ClusterSpec) {
  // The object is new at every render, so its JSON text is compared.
  const text = JSON.stringify(spec);
  return useMemo(
    () => resolveClusterSpec(JSON.parse(text) as ClusterSpec).spec,
    [text],
  );
}

/** Versions, who reaches the API, and what costs from the first hour on. */
export function ReviewFacts({ spec }: { spec: ClusterSpec }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const resolved = useResolved(spec);
  const { versions, network } = resolved;
  const today = new Date().toISOString().slice(0, 10);
  const notNewer = whyNotNewer(versions, today);
  const { endpoint } = network;
  // Without ranges of its own it is open to those of the VPC.
  const ranges = endpoint.privateCidrs.join(', ');
  const costs = costDrivers(resolved);
  return (
    <dl className={styles.facts}>
      <dt>{t('review.versions')}</dt>
      <dd>
        {t('versions.set', versions)}
        {notNewer && (
          <Text as="p" variant="body-small" color="secondary">
            {t('versions.notNewer', notNewer)}
          </Text>
        )}
      </dd>
      <dt>{t('review.reach')}</dt>
      <dd>
        {t('review.private', { ranges })}
        {endpoint.public && (
          <>
            <br />
            {t('review.public', { ranges: endpoint.allowedCidrs.join(', ') })}
          </>
        )}
      </dd>
      <dt>{t('review.costs')}</dt>
      <dd>
        <ul className={styles.list}>
          <li>{t('review.controlPlane')}</li>
          {costs.natGateways > 0 && (
            <li>{t('review.natGateways', { count: costs.natGateways })}</li>
          )}
          <li>
            {t('review.systemNodes', {
              count: costs.systemNodes,
              types: costs.systemTypes.join(' / '),
            })}
          </li>
          {costs.endpoints > 0 && (
            <li>{t('review.endpoints', { count: costs.endpoints })}</li>
          )}
        </ul>
        <Text as="p" variant="body-small" color="secondary">
          {t('review.noPrices')}
        </Text>
      </dd>
    </dl>
  );
}
