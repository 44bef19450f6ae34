import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { AreaSentence } from '../AreaSentence';
import { ClusterViewPanel, SourceNotice } from '../ClusterPanel';
import { Columns } from '../Columns';
import { KeyFacts } from '../KeyFacts';
import { MeasureValue } from '../MeasureValue';
import { RolloutTable } from '../RolloutTable';
import { RoomValue } from '../RoomValue';
import { Section } from '../Section';
import { SeverityMark } from '../VerdictMark';
import { AsTable } from '../AsTable';
import { Histogram } from '../Histogram';
import { useReadOnly } from '../ReadOnly';
import { RunwayChart } from '../RunwayChart';
import { SubnetMap } from '../SubnetMap';
import { EndpointStates } from './EndpointStates';
import { NodeAddressTable } from './NodeAddressTable';
import { PostureTable } from './PostureTable';
import { StuckNodes } from './StuckNodes';
import { SubnetTable } from './SubnetTable';
import styles from './CiliumTab.module.css';

function NetworkWait(props: {
  wait: NonNullable<ClusterView['cilium']['networkWait']>;
}) {
  const { p50, p95, waiting, seconds = [] } = props.wait;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  const duration = (value: number) => formatDuration(value * 1000);
  const marks = [
    { name: t('cilium.boot.p50'), seconds: measureNumber(p50) },
    { name: t('cilium.boot.p95'), seconds: measureNumber(p95) },
  ];
  return (
    <div className={styles.stack}>
      <div className={styles.narrow}>
        <KeyFacts
          facts={[
            {
              label: t('cilium.boot.p50'),
              value: <MeasureValue measure={p50} format={duration} />,
            },
            {
              label: t('cilium.boot.p95'),
              value: <MeasureValue measure={p95} format={duration} />,
            },
            {
              label: t('cilium.boot.waiting'),
              value: <MeasureValue measure={waiting} />,
            },
          ]}
        />
      </div>
      <Histogram
        seconds={seconds}
        label={t('cilium.boot.chart')}
        marks={marks.flatMap(({ name, seconds: at }) =>
          at === undefined ? [] : { name, seconds: at },
        )}
      />
    </div>
  );
}

/** What runs, nodes without network, and addresses. */
function StateSections(props: {
  cilium: ClusterView['cilium'];
  row: FleetRow;
}) {
  const { cilium, row } = props;
  const { subnets = [] } = cilium;
  const hasSubnets = subnets.length > 0;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {cilium.rollouts.length > 0 && (
        <Section
          title={t('cilium.rollouts')}
          aside={
            <AgeChip connection={row.connection} observedAt={row.observedAt} />
          }
        >
          <div className={styles.stack}>
            <RolloutTable component="Cilium" rollouts={cilium.rollouts} />
            {cilium.endpoints && (
              <EndpointStates endpoints={cilium.endpoints} />
            )}
          </div>
        </Section>
      )}
      {cilium.stuck && cilium.stuck.length > 0 && (
        <Section
          title={t('cilium.stuck', { count: cilium.stuck.length })}
          aside={<SeverityMark severity="critical" shapeOnly />}
        >
          <StuckNodes stuck={cilium.stuck} />
        </Section>
      )}
      {(cilium.state === 'ok' || cilium.nodes.length > 0) && (
        <Section
          title={t('cilium.addresses')}
          aside={
            <span className={styles.summary}>
              {t('cilium.room')}{' '}
              <strong>
                <RoomValue room={cilium.room} />
              </strong>
              {' · '}
              {t('cilium.warm')}{' '}
              <strong>
                <MeasureValue measure={cilium.addressesWarm} />
              </strong>
            </span>
          }
        >
          <div className={styles.stack}>
            {hasSubnets && <SubnetMap subnets={subnets} nodes={cilium.nodes} />}
            {cilium.nodes.length > 0 ? (
              <AsTable>
                {() => (
                  <div className={styles.stack}>
                    {hasSubnets && <SubnetTable subnets={subnets} />}
                    <NodeAddressTable nodes={cilium.nodes} />
                  </div>
                )}
              </AsTable>
            ) : (
              <Text as="p">{t('cilium.empty')}</Text>
            )}
          </div>
        </Section>
      )}
    </>
  );
}

/** How long addresses last, how long nodes wait, and what is configured. */
function OutlookSections(props: {
  cilium: ClusterView['cilium'];
  row: FleetRow;
}) {
  const { cilium, row } = props;
  const { subnets = [] } = cilium;
  const isReadOnly = useReadOnly();
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {subnets.length > 0 && !isReadOnly && (
        <Section title={t('cilium.runway.title')}>
          <RunwayChart cluster={row.name} cilium={cilium} />
        </Section>
      )}
      {cilium.networkWait && (
        <Section title={t('cilium.boot.title')}>
          <NetworkWait wait={cilium.networkWait} />
        </Section>
      )}
      {cilium.posture && cilium.posture.length > 0 && (
        <Section title={t('cilium.posture.title')}>
          <PostureTable posture={cilium.posture} />
        </Section>
      )}
    </>
  );
}

/** How Cilium is rolled out, and how many addresses are left. */
export function CiliumTab() {
  return (
    <ClusterViewPanel>
      {(view, { row, assessment }) => (
        <>
          <AreaSentence area="cilium" assessment={assessment} />
          <SourceNotice
            component="Cilium"
            state={view.cilium.state}
            reason={view.cilium.reason}
          />
          <Columns
            first={<StateSections cilium={view.cilium} row={row} />}
            second={<OutlookSections cilium={view.cilium} row={row} />}
          />
        </>
      )}
    </ClusterViewPanel>
  );
}
