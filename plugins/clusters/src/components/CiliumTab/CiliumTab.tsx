import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { ClusterViewPanel, SourceNotice } from '../ClusterPanel';
import { MeasureValue } from '../MeasureValue';
import { RolloutTable } from '../RolloutTable';
import { Section } from '../Section';
import { NodeAddressTable } from './NodeAddressTable';
import styles from './CiliumTab.module.css';

function CiliumSections(props: {
  cilium: ClusterView['cilium'];
  row: FleetRow;
}) {
  const { cilium, row } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      <SourceNotice
        component="Cilium"
        state={cilium.state}
        reason={cilium.reason}
      />
      {cilium.rollouts.length > 0 && (
        <Section
          title={t('cilium.rollouts')}
          aside={
            <AgeChip connection={row.connection} observedAt={row.observedAt} />
          }
        >
          <RolloutTable component="Cilium" rollouts={cilium.rollouts} />
        </Section>
      )}
      {(cilium.state === 'ok' || cilium.nodes.length > 0) && (
        <Section
          title={t('cilium.addresses')}
          aside={
            <span className={styles.free}>
              {t('cilium.addressesFree')}{' '}
              <strong>
                <MeasureValue measure={cilium.addressesFree} />
              </strong>
            </span>
          }
        >
          {cilium.nodes.length > 0 ? (
            <NodeAddressTable nodes={cilium.nodes} />
          ) : (
            <Text as="p">{t('cilium.empty')}</Text>
          )}
        </Section>
      )}
    </>
  );
}

/** How Cilium is rolled out, and how many addresses are left. */
export function CiliumTab() {
  return (
    <ClusterViewPanel>
      {(view, { row }) => <CiliumSections cilium={view.cilium} row={row} />}
    </ClusterViewPanel>
  );
}
