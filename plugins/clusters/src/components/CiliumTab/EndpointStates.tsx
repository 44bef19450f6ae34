import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { MeasureValue } from '../MeasureValue';
import styles from './CiliumTab.module.css';

/** How many endpoints are in each state, or why that is not known. */
export function EndpointStates(props: {
  endpoints: NonNullable<ClusterView['cilium']['endpoints']>;
}) {
  const { total, states } = props.endpoints;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  return (
    <span className={styles.summary}>
      {t('cilium.endpoints.title')}{' '}
      {total.certainty === 'unknown' ? (
        <>
          <MeasureValue measure={total} /> {total.reason}
        </>
      ) : (
        <>
          <strong>
            <MeasureValue measure={total} />
          </strong>
          {states.length > 0 && ': '}
          {states
            .map(
              ({ state, count }) =>
                `${state || t('cilium.endpoints.none')} ${formatNumber(count)}`,
            )
            .join(' · ')}
        </>
      )}
    </span>
  );
}
