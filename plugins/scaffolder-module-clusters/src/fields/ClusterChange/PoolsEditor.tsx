import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterSpec,
  collectClusterSpecIssues,
  formatSpecPath,
  nodePoolFormFields,
  poolFromForm,
  poolToForm,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { RiAddLine } from '@remixicon/react';
import { clusterFormTranslationRef } from '../../translation';
import { PoolEditor } from '../ClusterNodePools/PoolEditor';
import { useOutlooks } from '../PoolOutlook';
import type { Problem } from '../SpecFields';
import styles from './ClusterChange.module.css';

type Pools = NonNullable<
  NonNullable<ClusterSpec['spec']['karpenter']>['nodePools']
>;

/** The pools of a cluster whose spec names none. */
function poolsOf(spec: ClusterSpec): Pools {
  return (
    spec.spec.karpenter?.nodePools ??
    resolveClusterSpec(spec).spec.karpenter.nodePools.map(
      ({ name, preset }) => ({ name, preset }),
    )
  );
}

function withPools(spec: ClusterSpec, nodePools: Pools): ClusterSpec {
  const karpenter = { ...spec.spec.karpenter, nodePools };
  return { ...spec, spec: { ...spec.spec, karpenter } };
}

/** The fields of the editor whose path in the spec differs, by that path. */
const fieldsOfPaths = new Map(
  Object.entries(nodePoolFormFields).map(([field, path]) => [
    formatSpecPath(path),
    field,
  ]),
);

function issuesOf(spec: ClusterSpec, index: number): Problem[] {
  const prefix = `spec.karpenter.nodePools[${index}].`;
  return collectClusterSpecIssues(spec)
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path, message }) => {
      const field = path.slice(prefix.length);
      return { path: fieldsOfPaths.get(field) ?? field, message };
    });
}

/**
 * The node pools of a cluster; fields that the editor does not show are kept.
 */
export function PoolsEditor(props: {
  spec: ClusterSpec;
  onChange: (spec: ClusterSpec) => void;
}) {
  const { spec, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const pools = poolsOf(spec);
  const outlooks = useOutlooks(pools, spec.spec.cilium?.prefixDelegation);
  return (
    <div className={styles.fields}>
      {pools.map((pool, index) => (
        <PoolEditor
          // Pools may be renamed; adding or removing one starts all afresh.
          // eslint-disable-next-line react/no-array-index-key
          key={`${pools.length}-${index}`}
          pool={poolToForm(pool)}
          number={index + 1}
          issues={issuesOf(spec, index)}
          outlooks={outlooks}
          onChange={form =>
            onChange(
              withPools(
                spec,
                pools.map((other, at) =>
                  at === index ? poolFromForm(pool, form) : other,
                ),
              ),
            )
          }
          onRemove={
            pools.length > 1
              ? () =>
                  onChange(
                    withPools(
                      spec,
                      pools.filter((_, at) => at !== index),
                    ),
                  )
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
            onChange(
              withPools(spec, [
                ...pools,
                poolFromForm(undefined, {
                  preset: 'general',
                  name: `pool-${pools.length + 1}`,
                }),
              ]),
            )
          }
        >
          {t('pools.add')}
        </Button>
      </div>
    </div>
  );
}
