import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BudgetView,
  DisruptionView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import styles from './PoolDetails.module.css';

function BudgetLine(props: { budget: BudgetView }) {
  const { budget } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber, formatTime } = useFormat();
  const window = () => {
    if (!budget.schedule) {
      return t('karpenter.budgetAlways');
    }
    if (budget.active) {
      return budget.until
        ? t('karpenter.budgetUntil', { time: formatTime(budget.until) })
        : t('karpenter.budgetActive');
    }
    return budget.next
      ? t('karpenter.budgetNext', { time: formatTime(budget.next) })
      : t('karpenter.budgetInactive');
  };
  return (
    <li>
      {t('karpenter.budget', {
        nodes: budget.nodes,
        allows: formatNumber(budget.allows),
        reasons: budget.reasons?.join(', ') ?? t('karpenter.allReasons'),
        window: window(),
      })}
    </li>
  );
}

/** The disruption budgets of a pool and what they allow at this moment. */
export function BudgetList(props: { disruption: DisruptionView }) {
  const { budgets, allowedNow, drifted } = props.disruption;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  return (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
        {t('karpenter.budgets')}
      </Text>
      <ul className={styles.budgets}>
        {budgets.map(budget => (
          <BudgetLine
            key={`${budget.nodes} ${budget.schedule} ${budget.reasons?.join()}`}
            budget={budget}
          />
        ))}
      </ul>
      <Text as="p" variant="body-small" color="secondary">
        {allowedNow.length > 0
          ? allowedNow
              .map(({ reason, nodes }) =>
                t('karpenter.allowedNow', {
                  reason,
                  nodes: formatNumber(nodes),
                }),
              )
              .join(', ')
          : t('karpenter.allowedUnlimited')}
        {' · '}
        {t('karpenter.drifted', { count: drifted })}
      </Text>
    </div>
  );
}
