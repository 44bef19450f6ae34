import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { DrainPlanOf } from '../DrainPlan';
import { KeyFacts, type KeyFact } from '../KeyFacts';
import { ObjectLink } from '../ObjectLink';
import { RelativeTime } from '../RelativeTime';
import { AddressFacts } from './AddressFacts';
import { Commands, FindingsAbout, RelatedObjects } from './DrawerParts';
import { ec2ConsoleUrl } from './ec2ConsoleUrl';
import { NodeLife } from './NodeLife';
import { NotThere } from './NotThere';
import { useClusterLinks } from './useClusterLinks';
import { WhatHolds } from './WhatHolds';

/** `7.1 of 7.9 (90 %)`. */
function useRequested() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, formatShare } = useFormat();
  return (
    resource: 'cpu' | 'memory',
    part: number | undefined,
    whole: number | undefined,
  ) =>
    part === undefined || !whole
      ? undefined
      : t('drawer.requestedOf', {
          part: formatAmount(resource, part),
          whole: formatAmount(resource, whole),
          share: formatShare(part / whole),
        });
}

/** All that is known of a node. */
export function NodeDetails(props: {
  detail: ClusterDetail;
  view: ClusterView;
  name: string;
}) {
  const { detail, view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const requested = useRequested();
  const clusterLinks = useClusterLinks(detail);
  const ciliumNode = view.cilium.nodes.some(one => one.node === name)
    ? { kind: 'CiliumNode' as const, name }
    : undefined;
  const node = view.nodeList?.find(one => one.name === name);
  if (!node) {
    // A CiliumNode may be there without its node, and still hold addresses.
    return (
      <>
        <NotThere isRead={view.nodeList !== undefined} />
        <AddressFacts view={view} name={name} />
        <RelatedObjects objects={[ciliumNode]} />
      </>
    );
  }
  const { nodeClaims, heldNodes } = view.karpenter;
  const claim = nodeClaims?.find(one => one.node === name);
  const facts: KeyFact[] = [
    { label: t('nodes.columns.state'), value: t(`stage.${node.state}`) },
    {
      label: t('nodes.columns.pool'),
      value: node.nodePool && (
        <ObjectLink kind="NodePool" name={node.nodePool} />
      ),
    },
    { label: t('nodes.columns.type'), value: node.instanceType },
    { label: t('karpenter.columns.capacity'), value: node.capacityType },
    { label: t('nodes.columns.zone'), value: node.zone },
    {
      label: t('nodes.columns.age'),
      value: node.createdAt && <RelativeTime at={node.createdAt} />,
    },
    {
      label: t('nodes.columns.pods'),
      value: node.pods === undefined ? undefined : formatNumber(node.pods),
    },
    {
      label: t('nodes.columns.requested'),
      value: requested('cpu', node.cpuRequested, node.cpu),
    },
    {
      label: t('nodes.columns.memoryRequested'),
      value: requested('memory', node.memoryRequested, node.memory),
    },
    {
      label: t('drawer.drifted'),
      value: claim?.drifted ? t('drawer.yes') : undefined,
    },
  ];
  const self = { kind: 'Node' as const, name };
  const claimName = claim && { kind: 'NodeClaim' as const, name: claim.name };
  return (
    <>
      <KeyFacts facts={facts} />
      <WhatHolds held={heldNodes?.find(one => one.node === name)} />
      <AsTable title={t('drain.whereTo')}>
        {() => <DrainPlanOf cluster={detail.row.name} nodes={[name]} />}
      </AsTable>
      <FindingsAbout
        findings={detail.assessment?.findings ?? []}
        objects={[self, ...(claimName ? [claimName] : [])]}
      />
      {claim && <NodeLife claim={claim} />}
      <AddressFacts view={view} name={name} />
      <RelatedObjects
        objects={[
          claimName,
          node.nodePool
            ? { kind: 'NodePool' as const, name: node.nodePool }
            : undefined,
          claim?.nodeClass
            ? { kind: 'EC2NodeClass' as const, name: claim.nodeClass }
            : undefined,
          ciliumNode,
        ]}
        links={[
          {
            title: t('drawer.console', { id: node.instanceId ?? '' }),
            href: ec2ConsoleUrl(detail.row.region, node.instanceId),
          },
          ...clusterLinks,
        ]}
      />
      <Commands object={self} />
    </>
  );
}
