import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Measure,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { HOUR_MS, measureNumber, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { MeasureValue } from '../MeasureValue';
import { ObjectLink } from '../ObjectLink';
import styles from './CiliumTab.module.css';

/**
 * A bar of the used and warm addresses of a subnet. It repeats the numbers
 * beside it.
 */
function SubnetBar(props: { subnet: SubnetAddressesView }) {
  const { usable, used, warm } = props.subnet;
  const whole = measureNumber(usable);
  if (!whole) {
    return null;
  }
  const percent = (measure: Measure) =>
    `${Math.min(100, ((measureNumber(measure) ?? 0) / whole) * 100)}%`;
  return (
    <span className={styles.subnetBar} aria-hidden="true">
      <span className={styles.subnetUsed} style={{ width: percent(used) }} />
      <span className={styles.subnetWarm} style={{ width: percent(warm) }} />
    </span>
  );
}

/** One line per subnet: who uses its addresses, and how long they will last. */
export function SubnetTable(props: { subnets: SubnetAddressesView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatMeasure } = useFormat();
  const number = (
    id: 'usable' | 'used' | 'warm' | 'left' | 'nodes',
    of: (subnet: SubnetAddressesView) => Measure,
    priority?: 2 | 3,
  ): DataColumn<SubnetAddressesView> => ({
    id,
    header: t(`cilium.subnet.${id}`),
    align: 'end',
    priority,
    render: subnet => <MeasureValue measure={of(subnet)} />,
    signature: subnet => formatMeasure(of(subnet)).text,
  });
  const columns: DataColumn<SubnetAddressesView>[] = [
    {
      id: 'subnet',
      header: t('cilium.subnet.name'),
      isRowHeader: true,
      wide: true,
      render: subnet => (
        <>
          <ObjectLink
            kind="Subnet"
            name={subnet.subnetId}
            text={
              [subnet.zone, subnet.cidr].filter(Boolean).join(' · ') ||
              subnet.subnetId
            }
          />
          <Text as="p" variant="body-small" color="secondary">
            {subnet.subnetId}
          </Text>
          <SubnetBar subnet={subnet} />
          {subnet.refused && (
            <Text as="p" variant="body-small" className={styles.warning}>
              <span aria-hidden="true">▲ </span>
              {subnet.refused.text}
            </Text>
          )}
        </>
      ),
      signature: subnet => subnet.refused?.text ?? '',
    },
    number('left', subnet => subnet.room.addresses),
    number('used', subnet => subnet.used, 2),
    number('warm', subnet => subnet.warm, 2),
    number('usable', subnet => subnet.usable, 3),
    number('nodes', subnet => subnet.room.nodes, 2),
    {
      id: 'time',
      header: t('cilium.subnet.time'),
      align: 'end',
      priority: 3,
      render: subnet => (
        <MeasureValue
          measure={subnet.room.hours}
          format={hours => formatDuration(hours * HOUR_MS)}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('cilium.subnet.table')}
      columns={columns}
      rows={props.subnets}
      rowKey={subnet => subnet.subnetId}
    />
  );
}
