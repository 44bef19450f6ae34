import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { KeyFacts } from '../KeyFacts';
import { MeasureValue } from '../MeasureValue';
import { Part } from './DrawerParts';

/** The addresses of a node, as its CiliumNode has them. */
export function AddressFacts(props: { view: ClusterView; name: string }) {
  const { view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const found = view.cilium.nodes.find(({ node }) => node === name);
  if (!found) {
    return null;
  }
  const { prefixes, releasing } = found;
  return (
    <Part title={t('drawer.addresses')}>
      <KeyFacts
        facts={[
          {
            label: t('cilium.columns.used'),
            value: <MeasureValue measure={found.used} />,
          },
          {
            label: t('drawer.warm'),
            value: found.warm && <MeasureValue measure={found.warm} />,
          },
          {
            label: t('cilium.columns.allocated'),
            value: <MeasureValue measure={found.allocated} />,
          },
          {
            label: t('cilium.columns.capacity'),
            value: <MeasureValue measure={found.capacity} />,
          },
          {
            label: t('drawer.releasing'),
            value: releasing ? formatNumber(releasing) : undefined,
          },
          {
            label: t('drawer.assignedAs'),
            value:
              prefixes === undefined
                ? undefined
                : t(prefixes ? 'drawer.asPrefixes' : 'drawer.asAddresses'),
          },
        ]}
      />
    </Part>
  );
}
