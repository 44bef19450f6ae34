import { memo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { shortNames, useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { RoutedLink } from '../RoutedLink';
import { ClusterMark } from '../VerdictMark';
import styles from './FleetMap.module.css';

/** What a tile shows, besides what shows with less room. */
type Room = 'nothing' | 'mark' | 'name' | 'nodes' | 'sentence';

/** From the most that a tile shows to the least, with its size in pixels. */
const ROOMS: readonly [Room, width: number, height: number][] = [
  ['sentence', 150, 100],
  ['nodes', 72, 58],
  ['name', 72, 24],
  ['mark', 16, 18],
];

export function roomOf(box: { width: number; height: number }): Room {
  const found = ROOMS.find(
    ([, width, height]) => box.width >= width && box.height >= height,
  );
  return found ? found[0] : 'nothing';
}

/** Rendered again only when its own cluster changed, or what it has room for. */
export const ClusterTile = memo(function Tile(props: {
  row: FleetRow;
  href: string;
  room: Room;
}) {
  const { row, href, room } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure } = useFormat();
  const nodes =
    row.nodes.certainty === 'unknown'
      ? t('fleet.nodesUnknown')
      : t('fleet.nodeCount', { nodes: formatMeasure(row.nodes).text });
  const hasName = room !== 'mark' && room !== 'nothing';
  const hasSentence = room === 'sentence';
  return (
    <div
      className={styles.tile}
      data-verdict={row.verdict}
      data-room={room}
      title={`${row.name} · ${nodes} · ${row.headline.text}`}
    >
      <div className={styles.name}>
        <ClusterMark row={row} shapeOnly />{' '}
        {hasName ? (
          <RoutedLink to={href}>{row.name}</RoutedLink>
        ) : (
          // A name of one letter says nothing: the whole tile is the link.
          <RoutedLink to={href} label={row.name} />
        )}
      </div>
      {(hasSentence || room === 'nodes') && <div>{nodes}</div>}
      {hasSentence && (
        <div className={styles.sentence}>{shortNames(row.headline.text)}</div>
      )}
    </div>
  );
});
