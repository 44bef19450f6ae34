import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { KeyFacts } from '../KeyFacts';
import { MeasureValue } from '../MeasureValue';
import { Commands, FindingsAbout, Part, RelatedObjects } from './DrawerParts';
import { NotThere } from './NotThere';
import { poolsInGit } from './poolsInGit';
import { useClusterLinks } from './useClusterLinks';
import styles from './ObjectDrawer.module.css';

/** All that is known of an EC2NodeClass. */
export function NodeClassDetails(props: {
  detail: ClusterDetail;
  view: ClusterView;
  name: string;
}) {
  const { detail, view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const clusterLinks = useClusterLinks(detail);
  const { entity } = useEntity();
  const { formatDate } = useFormat();
  const { nodeClasses, nodePools } = view.karpenter;
  const found = nodeClasses?.find(one => one.name === name);
  if (!found) {
    return <NotThere isRead={nodeClasses !== undefined} />;
  }
  const self = { kind: 'EC2NodeClass' as const, name };
  const pools = nodePools
    .filter(({ nodeClass }) => nodeClass === name)
    .map(pool => pool.name);
  const tags = Object.entries(found.tags ?? {}).sort();
  return (
    <>
      <KeyFacts
        facts={[
          {
            label: t('karpenter.columns.ready'),
            value: t(`karpenter.ready.${found.ready.status}`),
          },
          {
            label: t('karpenter.columns.reason'),
            value: found.notReadyBecause,
          },
          { label: t('drawer.role'), value: found.role },
          {
            label: t('karpenter.instanceProfile'),
            value: found.instanceProfile,
          },
        ]}
      />
      <FindingsAbout
        findings={detail.assessment?.findings ?? []}
        objects={[self]}
      />
      {tags.length > 0 && (
        <Part title={t('drawer.tags')}>
          <KeyFacts facts={tags.map(([label, value]) => ({ label, value }))} />
        </Part>
      )}
      <Part title={t('karpenter.subnets')}>
        <KeyFacts
          facts={found.subnets.map(({ id, zone, room }) => ({
            label: [zone, id].filter(Boolean).join(' · '),
            value: room ? <MeasureValue measure={room} /> : '—',
          }))}
        />
      </Part>
      <Part title={t('karpenter.securityGroups')}>
        <ul className={styles.list}>
          {found.securityGroups.map(group => (
            <li key={group.id}>
              {[group.name, group.id].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('karpenter.amis')}>
        <ul className={styles.list}>
          {found.amis.map(ami => (
            <li key={ami.id}>
              {[
                ami.name,
                ami.id,
                ami.releasedOn &&
                  t('karpenter.released', { date: formatDate(ami.releasedOn) }),
                ami.deprecated && t('karpenter.deprecated'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      </Part>
      <RelatedObjects
        links={[
          { title: t('drawer.poolsInGit'), href: poolsInGit(entity, pools) },
          ...clusterLinks,
        ]}
        objects={[
          ...pools.map(pool => ({ kind: 'NodePool' as const, name: pool })),
          ...found.subnets.map(({ id }) => ({
            ...{ kind: 'Subnet' as const, name: id },
          })),
        ]}
      />
      <Commands object={self} />
    </>
  );
}
