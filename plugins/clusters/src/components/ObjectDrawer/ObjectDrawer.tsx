import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { type ObjectName, useOpenObject } from '../../hooks/useOpenObject';
import { clustersTranslationRef } from '../../translation';
import { CiliumNodeDetails } from './CiliumNodeDetails';
import { Drawer } from './Drawer';
import { FindingDrawer } from './FindingDrawer';
import { NodeClaimDetails } from './NodeClaimDetails';
import { NodeClassDetails } from './NodeClassDetails';
import { NodeDetails } from './NodeDetails';
import { NodePoolDetails } from './NodePoolDetails';
import { NotThere } from './NotThere';
import { SubnetDetails } from './SubnetDetails';

const DETAILS = {
  Node: NodeDetails,
  NodeClaim: NodeClaimDetails,
  NodePool: NodePoolDetails,
  EC2NodeClass: NodeClassDetails,
  CiliumNode: CiliumNodeDetails,
  Subnet: SubnetDetails,
};

/** A finding is named by its sentence, all else by its name. */
function titleOf({ assessment }: ClusterDetail, { kind, name }: ObjectName) {
  const finding =
    kind === 'Finding'
      ? assessment?.findings.find(({ id }) => id === name)
      : undefined;
  return finding?.title ?? name;
}

function DrawerBody(props: { detail: ClusterDetail; object: ObjectName }) {
  const { detail, object } = props;
  const { kind, name } = object;
  if (kind === 'Finding') {
    return <FindingDrawer detail={detail} name={name} />;
  }
  const Details = DETAILS[kind];
  return detail.view ? (
    <Details detail={detail} view={detail.view} name={name} />
  ) : (
    <NotThere isRead={false} />
  );
}

/**
 * All that is known of the object in the URL: its facts, what holds it, the
 * findings about it, its life, related objects, links and commands.
 */
export default function ObjectDrawer(props: {
  detail: ClusterDetail;
  object: ObjectName;
}) {
  const { detail, object } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [, setOpen] = useOpenObject();
  return (
    <Drawer
      subject={`${object.kind} ${object.name}`}
      overline={
        // Names of kinds are not translated.
        object.kind === 'Subnet' || object.kind === 'Finding'
          ? t(`drawer.kind.${object.kind}`)
          : object.kind
      }
      title={titleOf(detail, object)}
      closeLabel={t('drawer.close')}
      onClose={() => setOpen(undefined)}
    >
      <DrawerBody detail={detail} object={object} />
    </Drawer>
  );
}
