import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type NodePoolFormValues,
  resolveNodePool,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import {
  poolFields,
  type Problem,
  problemsAt,
  SpecFields,
} from '../SpecFields';

/** Everything else of a pool, folded; open where something must be corrected. */
export function MoreFields(props: {
  pool: NodePoolFormValues;
  /** By field of the pool. */
  issues: readonly Problem[];
  onChange: (pool: NodePoolFormValues) => void;
}) {
  const { pool, issues, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const hasProblem = poolFields.some(
    ({ path }) => problemsAt(issues, path).length > 0,
  );
  return (
    <details open={hasProblem || undefined}>
      <summary>
        <Text variant="body-small">{t('options.poolMore')}</Text>
      </summary>
      <SpecFields
        fields={poolFields}
        value={pool}
        fallback={resolveNodePool({ name: 'any', preset: pool.preset })}
        issues={issues}
        root=""
        onChange={next => onChange(next as NodePoolFormValues)}
      />
    </details>
  );
}
