import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { MeasureValue } from '../MeasureValue';
import { shareGroups, type Share, type ShareGroup } from './shareGroups';
import styles from './CostShares.module.css';

function Shares(props: { nodes: readonly NodeView[]; group: ShareGroup }) {
  const { nodes, group } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatShare } = useFormat();
  const { shares, unknown } = shareGroups(nodes, group);
  const nameOf = ({ name }: Share) =>
    name === null
      ? t('cost.others')
      : name ?? t('nodes.noGroup', { group: t(`nodes.groups.${group}`) });
  return (
    <div className={styles.shares}>
      <span className={styles.bar} aria-hidden="true">
        {shares.map(({ name, cpuShare }) => (
          <span
            key={name ?? `${name}`}
            style={{ width: `${cpuShare * 100}%` }}
          />
        ))}
      </span>
      <ul className={styles.list} aria-label={t(`cost.by.${group}`)}>
        {shares.map(share => (
          <li key={share.name ?? `${share.name}`}>
            <span>{nameOf(share)}</span>
            <span>
              {t('cost.share', {
                cpu: formatShare(share.cpuShare),
                memory: formatShare(share.memoryShare),
              })}
            </span>
          </li>
        ))}
      </ul>
      {unknown > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('cost.unknown', { count: unknown })}
        </Text>
      )}
    </div>
  );
}

/**
 * Where the cost of nodes arises: shares of vCPU and memory, and what is idle.
 * Prices are not known, and none are made up.
 */
export function CostShares(props: { view: ClusterView }) {
  const { nodeList = [], karpenter } = props.view;
  const { idle } = karpenter;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  if (nodeList.length === 0) {
    return null;
  }
  return (
    <section className={styles.cost}>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('cost.title')}
      </Text>
      <Shares nodes={nodeList} group="capacityType" />
      <Shares nodes={nodeList} group="nodePool" />
      {idle && (
        <div className={styles.idle}>
          <MeasureValue measure={idle.empty} /> {t('cost.empty')}
          {' · '}
          <MeasureValue
            measure={idle.emptyNodeHours}
            format={hours => formatNumber(Math.round(hours * 10) / 10)}
          />{' '}
          {t('cost.emptyHours')}
          {' · '}
          <MeasureValue measure={idle.underutilized} /> {t('cost.half')}
        </div>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('cost.note')}
      </Text>
    </section>
  );
}
