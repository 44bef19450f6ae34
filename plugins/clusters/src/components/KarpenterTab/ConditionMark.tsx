import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ConditionView } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { VerdictMark } from '../VerdictMark';

const VERDICTS = {
  True: 'healthy',
  False: 'critical',
  Unknown: 'unknown',
} as const;

/** Whether something is Ready, as shape, word and colour. */
export function ConditionMark(props: { condition: ConditionView }) {
  const { status, reason } = props.condition;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <span title={reason}>
      <VerdictMark
        verdict={VERDICTS[status]}
        word={t(`karpenter.ready.${status}`)}
      />
    </span>
  );
}
