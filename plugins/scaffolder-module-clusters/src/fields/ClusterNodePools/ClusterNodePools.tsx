import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  collectClusterFormIssues,
  nodePoolFromForm,
  type NodePoolFormValues,
} from '@clusterworks/plugin-clusters-spec';
import { RiAddLine } from '@remixicon/react';
import { clusterFormTranslationRef } from '../../translation';
import { FieldSurface } from '../FieldSurface';
import { formDataOf } from '../formDataOf';
import { useOutlooks } from '../PoolOutlook';
import { valueAt } from '../SpecFields/valueAt';
import { PoolEditor } from './PoolEditor';
import styles from './ClusterNodePools.module.css';

/** The pools that the spec assumes when it names none. */
const DEFAULT_POOLS: NodePoolFormValues[] = [{ preset: 'general' }];

/** Problems of one pool by field, while they can still be corrected here. */
function issuesOfPool(formData: unknown, index: number) {
  const prefix = `nodePools[${index}].`;
  return collectClusterFormIssues(formData).flatMap(({ field, message }) =>
    field?.startsWith(prefix)
      ? [{ path: field.slice(prefix.length), message }]
      : [],
  );
}

/** The node pools: what Karpenter may launch, and how much of it. */
export function ClusterNodePools(
  props: FieldExtensionComponentProps<NodePoolFormValues[]>,
) {
  const { onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const pools = props.formData?.length ? props.formData : DEFAULT_POOLS;
  const formData = { ...formDataOf(props.formContext), nodePools: pools };
  const outlooks = useOutlooks(
    pools.map(nodePoolFromForm),
    valueAt(formData, 'options.cilium.prefixDelegation') === true,
  );
  return (
    <FieldSurface>
      <fieldset className={styles.pools}>
        <legend className={styles.legend}>{t('pools.label')}</legend>
        <Text as="p" variant="body-small" color="secondary">
          {t('pools.description')}
        </Text>
        {pools.map((pool, index) => (
          <PoolEditor
            // Pools have no identity of their own; adding or removing one
            // starts all editors afresh.
            // eslint-disable-next-line react/no-array-index-key
            key={`${pools.length}-${index}`}
            pool={pool}
            number={index + 1}
            issues={issuesOfPool(formData, index)}
            outlooks={outlooks}
            onChange={next =>
              onChange(pools.map((other, at) => (at === index ? next : other)))
            }
            onRemove={
              pools.length > 1
                ? () => onChange(pools.filter((_, at) => at !== index))
                : undefined
            }
          />
        ))}
        <div>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange([
                ...pools,
                {
                  preset: pools.some(p => p.preset === 'gpu')
                    ? 'custom'
                    : 'gpu',
                },
              ])
            }
          >
            {t('pools.add')}
          </Button>
        </div>
      </fieldset>
    </FieldSurface>
  );
}
