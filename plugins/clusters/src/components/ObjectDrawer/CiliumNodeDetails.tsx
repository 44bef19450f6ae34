import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { RemedyList } from '../FindingDetails';
import { KeyFacts } from '../KeyFacts';
import { RelativeTime } from '../RelativeTime';
import { AddressFacts } from './AddressFacts';
import { Commands, FindingsAbout, Part, RelatedObjects } from './DrawerParts';
import { InterfaceList } from './InterfaceList';
import { NotThere } from './NotThere';
import { useClusterLinks } from './useClusterLinks';

/** Why nothing is known of a CiliumNode that is not among those in ENI mode. */
function WhyNone(props: { cilium: ClusterView['cilium'] }) {
  const { state, nodes } = props.cilium;
  const { t } = useTranslationRef(clustersTranslationRef);
  return state === 'ok' && nodes.length === 0 ? (
    <Text as="p">{t('drawer.onlyEni')}</Text>
  ) : (
    <NotThere isRead={state === 'ok'} />
  );
}

/** All that is known of a CiliumNode: what AWS gave its node, and what it uses. */
export function CiliumNodeDetails(props: {
  detail: ClusterDetail;
  view: ClusterView;
  name: string;
}) {
  const { detail, view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const clusterLinks = useClusterLinks(detail);
  const { cilium, karpenter, nodeList } = view;
  const found = cilium.nodes.find(({ node }) => node === name);
  const stuck = cilium.stuck?.find(({ node }) => node === name);
  const node = nodeList?.find(one => one.name === name);
  const claim = karpenter.nodeClaims?.find(one => one.node === name);
  const subnets = new Set(
    found?.interfaces?.flatMap(({ subnetId }) => subnetId ?? []),
  );
  const self = { kind: 'CiliumNode' as const, name };
  return (
    <>
      {found ? (
        <KeyFacts
          facts={[
            { label: t('cilium.columns.zone'), value: found.zone },
            { label: t('cilium.columns.type'), value: found.instanceType },
            {
              label: t('nodes.columns.age'),
              value: found.createdAt && <RelativeTime at={found.createdAt} />,
            },
          ]}
        />
      ) : (
        <WhyNone cilium={cilium} />
      )}
      {stuck && (
        <Part title={t('drawer.noNetwork')}>
          <Text as="p">{stuck.text}</Text>
          <RemedyList remedy={stuck.remedy} />
        </Part>
      )}
      {found?.error && (
        <Part title={t('drawer.operatorError')}>
          <Text as="p">{found.error}</Text>
        </Part>
      )}
      <AddressFacts view={view} name={name} />
      {found?.interfaces && <InterfaceList interfaces={found.interfaces} />}
      <FindingsAbout
        findings={detail.assessment?.findings ?? []}
        objects={[self]}
      />
      <RelatedObjects
        objects={[
          node && { kind: 'Node' as const, name },
          claim && { kind: 'NodeClaim' as const, name: claim.name },
          ...[...subnets].map(id => ({ kind: 'Subnet' as const, name: id })),
        ]}
        links={clusterLinks}
      />
      <Commands object={self} />
    </>
  );
}
