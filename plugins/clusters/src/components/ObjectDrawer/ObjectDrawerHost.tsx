import { lazy, Suspense } from 'react';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { useOpenObject } from '../../hooks/useOpenObject';

const ObjectDrawer = lazy(() => import('./ObjectDrawer'));

/** Shows the drawer of the object in the URL, and loads its code for that. */
export function ObjectDrawerHost(props: { detail: ClusterDetail }) {
  const [object] = useOpenObject();
  return object ? (
    <Suspense fallback={null}>
      <ObjectDrawer detail={props.detail} object={object} />
    </Suspense>
  ) : null;
}
