import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { KeyFacts } from '../KeyFacts';
import { ObjectLink } from '../ObjectLink';
import { Commands, FindingsAbout, RelatedObjects } from './DrawerParts';
import { NodeLife } from './NodeLife';
import { NotThere } from './NotThere';
import { useClusterLinks } from './useClusterLinks';

/** All that is known of a NodeClaim. */
export function NodeClaimDetails(props: {
  detail: ClusterDetail;
  view: ClusterView;
  name: string;
}) {
  const { detail, view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const clusterLinks = useClusterLinks(detail);
  const { nodeClaims } = view.karpenter;
  const claim = nodeClaims?.find(one => one.name === name);
  if (!claim) {
    return <NotThere isRead={nodeClaims !== undefined} />;
  }
  const self = { kind: 'NodeClaim' as const, name };
  return (
    <>
      <KeyFacts
        facts={[
          {
            label: t('launches.columns.stage'),
            value: t(`stage.${claim.stage}`),
          },
          {
            label: t('nodes.columns.name'),
            value: claim.node && <ObjectLink kind="Node" name={claim.node} />,
          },
          { label: t('nodes.columns.type'), value: claim.instanceType },
          {
            label: t('karpenter.columns.capacity'),
            value: claim.capacityType,
          },
          { label: t('nodes.columns.zone'), value: claim.zone },
          {
            label: t('drawer.drifted'),
            value: claim.drifted ? t('drawer.yes') : undefined,
          },
        ]}
      />
      <NodeLife claim={claim} />
      <FindingsAbout
        findings={detail.assessment?.findings ?? []}
        objects={[self]}
      />
      <RelatedObjects
        links={clusterLinks}
        objects={[
          claim.nodePool
            ? { kind: 'NodePool' as const, name: claim.nodePool }
            : undefined,
          claim.nodeClass
            ? { kind: 'EC2NodeClass' as const, name: claim.nodeClass }
            : undefined,
        ]}
      />
      <Commands object={self} />
    </>
  );
}
