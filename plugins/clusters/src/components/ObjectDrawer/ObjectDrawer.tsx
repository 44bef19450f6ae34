import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { type ObjectName, useOpenObject } from '../../hooks/useOpenObject';
import { clustersTranslationRef } from '../../translation';
import { Drawer } from './Drawer';
import { NodeClaimDetails } from './NodeClaimDetails';
import { NodeClassDetails } from './NodeClassDetails';
import { NodeDetails } from './NodeDetails';
import { NodePoolDetails } from './NodePoolDetails';
import { NotThere } from './NotThere';

const DETAILS = {
  Node: NodeDetails,
  NodeClaim: NodeClaimDetails,
  NodePool: NodePoolDetails,
  EC2NodeClass: NodeClassDetails,
};

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
  const Details = DETAILS[object.kind];
  return (
    <Drawer
      subject={`${object.kind} ${object.name}`}
      overline={object.kind}
      title={object.name}
      closeLabel={t('drawer.close')}
      onClose={() => setOpen(undefined)}
    >
      {detail.view ? (
        <Details detail={detail} view={detail.view} name={object.name} />
      ) : (
        <NotThere isRead={false} />
      )}
    </Drawer>
  );
}
