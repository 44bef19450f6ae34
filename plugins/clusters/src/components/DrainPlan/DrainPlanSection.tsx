import { Button, Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterView,
  MAX_DRAINED_NODES,
  type NodeView,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DrainPlanOf } from './DrainPlanOf';
import { useDrainedNodes } from './useDrainedNodes';
import styles from './DrainPlan.module.css';

/** Lets the user choose nodes, and says what draining them would do. */
export function DrainPlanSection(props: {
  cluster: string;
  view: ClusterView;
  nodes: NodeView[];
}) {
  const { cluster, view, nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [chosen, choose] = useDrainedNodes();
  const toGo = (view.karpenter.heldNodes ?? []).map(({ node }) => node);
  return (
    <div className={styles.plan}>
      <div className={styles.controls}>
        <Select
          aria-label={t('drain.choose')}
          placeholder={t('drain.choose')}
          selectionMode="multiple"
          search={{ placeholder: t('drain.search') }}
          value={[...chosen]}
          onChange={keys => choose(keys.map(String))}
          options={nodes.map(({ name, nodePool }) => ({
            value: name,
            label: nodePool ? `${name} (${nodePool})` : name,
          }))}
        />
        {toGo.length > 0 && (
          <Button variant="secondary" onPress={() => choose(toGo)}>
            {t('drain.chooseToGo', {
              count: Math.min(toGo.length, MAX_DRAINED_NODES),
            })}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button variant="tertiary" onPress={() => choose([])}>
            {t('drain.chooseNone')}
          </Button>
        )}
      </div>
      {chosen.length === 0 ? (
        <Text as="p" color="secondary">
          {t('drain.empty', { most: String(MAX_DRAINED_NODES) })}
        </Text>
      ) : (
        <DrainPlanOf cluster={cluster} nodes={chosen} />
      )}
    </div>
  );
}
