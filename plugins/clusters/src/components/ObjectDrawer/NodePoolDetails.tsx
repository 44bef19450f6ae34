import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { ObjectLink } from '../ObjectLink';
import { PoolDetails } from '../PoolDetails';
import { Commands, FindingsAbout, Part, RelatedObjects } from './DrawerParts';
import { NotThere } from './NotThere';
import { PoolHistory } from './PoolHistory';
import { poolsInGit } from './poolsInGit';
import { useClusterLinks } from './useClusterLinks';
import styles from './ObjectDrawer.module.css';

/** More nodes than this are on the map of nodes. */
const NODES_SHOWN = 30;

/** All that is known of a NodePool. */
export function NodePoolDetails(props: {
  detail: ClusterDetail;
  view: ClusterView;
  name: string;
}) {
  const { detail, view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const clusterLinks = useClusterLinks(detail);
  const { entity } = useEntity();
  const { nodePools, state } = view.karpenter;
  const pool = nodePools.find(one => one.name === name);
  if (!pool) {
    return <NotThere isRead={state === 'ok'} />;
  }
  const self = { kind: 'NodePool' as const, name };
  const nodes = (view.nodeList ?? []).filter(
    ({ nodePool }) => nodePool === name,
  );
  return (
    <>
      <PoolDetails pool={pool} />
      <PoolHistory cluster={detail.row.name} pool={name} />
      <FindingsAbout
        findings={detail.assessment?.findings ?? []}
        objects={[self]}
      />
      {nodes.length > 0 && (
        <Part title={t('drawer.nodes', { count: nodes.length })}>
          <ul className={styles.list}>
            {nodes.slice(0, NODES_SHOWN).map(node => (
              <li key={node.name}>
                <ObjectLink kind="Node" name={node.name} />{' '}
                <span className={styles.quiet}>
                  {[t(`stage.${node.state}`), node.instanceType, node.zone]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
            {nodes.length > NODES_SHOWN && (
              <li>{t('held.more', { count: nodes.length - NODES_SHOWN })}</li>
            )}
          </ul>
        </Part>
      )}
      <RelatedObjects
        links={[
          {
            title: t('drawer.poolsInGit'),
            href: poolsInGit(entity, [name]),
          },
          ...clusterLinks,
        ]}
        objects={[
          pool.nodeClass
            ? { kind: 'EC2NodeClass' as const, name: pool.nodeClass }
            : undefined,
        ]}
      />
      <Commands object={self} />
    </>
  );
}
