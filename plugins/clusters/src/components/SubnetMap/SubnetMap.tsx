import { type KeyboardEvent, useMemo, useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  NodeAddressesView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { HOUR_MS, useFormat } from '../../format';
import { placeAfter } from '../../hooks/useCursor';
import { useOpenObject } from '../../hooks/useOpenObject';
import { clustersTranslationRef } from '../../translation';
import { MeasureValue } from '../MeasureValue';
import { ObjectLink } from '../ObjectLink';
import { SubnetBar } from './SubnetBar';
import { cellKey, SubnetCells } from './SubnetCells';
import {
  type SubnetCell,
  type SubnetRow,
  subnetTrouble,
  subnetZones,
} from './subnetZones';
import { SubnetLegend } from './SubnetLegend';
import styles from './SubnetMap.module.css';

/** What a cell says, in words. */
function useCellText() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  return ({ node, held, used, warm, left, isRefused }: SubnetCell) =>
    [
      node,
      used === undefined || warm === undefined
        ? t('cilium.map.held', { held: formatNumber(held) })
        : t('cilium.map.used', {
            used: formatNumber(used),
            warm: formatNumber(warm),
          }),
      left !== undefined && t('cilium.map.left', { left: formatNumber(left) }),
      isRefused && t('cilium.map.refused'),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** What a subnet has left: addresses, nodes that fit, and time. */
function SubnetRoom(props: { subnet: SubnetAddressesView }) {
  const { addresses, nodes, hours } = props.subnet.room;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  return (
    <div className={styles.room}>
      <strong>
        <MeasureValue measure={nodes} /> {t('cilium.map.nodesFit')}
      </strong>
      <span>
        <MeasureValue measure={addresses} /> {t('cilium.map.addressesLeft')}
        {hours.certainty !== 'unknown' && (
          <>
            {' · '}
            <MeasureValue
              measure={hours}
              format={value => formatDuration(value * HOUR_MS)}
            />
          </>
        )}
      </span>
    </div>
  );
}

function SubnetName(props: { row: SubnetRow }) {
  const { subnet } = props.row;
  const { t } = useTranslationRef(clustersTranslationRef);
  const word = subnetTrouble(subnet);
  return (
    <div className={styles.name}>
      {word && (
        <span className={styles.danger}>
          <span aria-hidden="true">◆ </span>
          {t(`cilium.map.${word}`)}{' '}
        </span>
      )}
      <ObjectLink
        kind="Subnet"
        name={subnet.subnetId}
        text={subnet.cidr ?? subnet.subnetId}
      />
      <span>
        {t('day.nodeCount', { count: subnet.nodes })}
        {' · '}
        <MeasureValue measure={subnet.usable} /> {t('cilium.map.usable')}
      </span>
    </div>
  );
}

/**
 * The subnets of each zone, with their nodes as cells, and what is left in
 * them. Arrow keys move from cell to cell; a cell opens its CiliumNode.
 */
export function SubnetMap(props: {
  subnets: readonly SubnetAddressesView[];
  nodes: readonly NodeAddressesView[];
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const textOf = useCellText();
  const [, openObject] = useOpenObject();
  const [shown, setShown] = useState<{ key: string; text: string }>();
  const { subnets, nodes } = props;
  const drawn = useMemo(() => subnetZones(subnets, nodes), [subnets, nodes]);
  const keys = drawn.flatMap(({ rows }) =>
    rows.flatMap(({ subnet, cells }) =>
      cells.map(cell => cellKey(subnet.subnetId, cell)),
    ),
  );
  const stop = shown && keys.includes(shown.key) ? shown.key : keys[0];
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { cell = '' } = (event.target as HTMLElement).dataset;
    const from = keys.indexOf(cell);
    const to = from < 0 ? undefined : placeAfter(event.key, from, keys.length);
    if (to !== undefined) {
      event.preventDefault();
      [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')]
        .find(({ dataset }) => dataset.cell === keys[to])
        ?.focus();
    }
  };
  return (
    // The cells take the focus; arrow keys only move it among them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.map} onKeyDown={press}>
      {drawn.map(({ zone, rows }) => (
        <section key={zone ?? ''} className={styles.zone}>
          <Text as="h4" variant="body-medium" weight="bold">
            {zone ?? t('cilium.map.noZone')}
          </Text>
          {rows.map(row => (
            <div key={row.subnet.subnetId} className={styles.subnet}>
              <SubnetName row={row} />
              <div className={styles.picture}>
                <SubnetBar subnet={row.subnet} />
                <SubnetCells
                  label={t('cilium.map.nodesOf', {
                    subnet: row.subnet.cidr ?? row.subnet.subnetId,
                  })}
                  subnetId={row.subnet.subnetId}
                  cells={row.cells}
                  textOf={textOf}
                  stop={stop}
                  onShow={(key, text) => setShown({ key, text })}
                  onOpen={name => openObject({ kind: 'CiliumNode', name })}
                />
                {row.others > 0 && (
                  <Text as="p" variant="body-small" color="secondary">
                    {t('cilium.map.others', { count: row.others })}
                  </Text>
                )}
                {row.subnet.refused && (
                  <Text as="p" variant="body-small" className={styles.danger}>
                    {row.subnet.refused.text}
                  </Text>
                )}
              </div>
              <SubnetRoom subnet={row.subnet} />
            </div>
          ))}
        </section>
      ))}
      <p className={styles.shown} aria-hidden="true">
        {shown?.text ?? t('cilium.map.hint')}
      </p>
      <SubnetLegend />
    </div>
  );
}
