import { memo, useDeferredValue, useMemo } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { type GroupFold, GroupTitle } from '../FoldButton';
import { RoutedLinks } from '../RoutedLink';
import { Treemap } from '../Treemap';
import { ClusterTile, roomOf } from './ClusterTile';
import { fleetGroups, tileArea } from './fleetGroups';
import styles from './FleetMap.module.css';

/** Pixels for each cluster, so that tiles of many can still be told apart. */
const HEIGHT = {
  wide: { least: 480, each: 0.8, most: 900 },
  narrow: { least: 720, each: 2, most: 2_000 },
};

function heightFor(
  clusters: number,
  { least, each, most }: (typeof HEIGHT)['wide'],
): number {
  return Math.min(most, Math.max(least, clusters * each));
}

/**
 * All groups in one line, so that a button stays where it is when it gives the
 * area of its group to the others.
 */
function Folds(props: {
  groups: ReturnType<typeof fleetGroups>;
  fold: GroupFold;
}) {
  const { groups, fold } = props;
  return (
    <ul className={styles.folds}>
      {groups.map(({ name = '' }) => (
        <li key={name}>
          <GroupTitle group={name} fold={fold} />
        </li>
      ))}
    </ul>
  );
}

type FleetMapProps = {
  rows: readonly FleetRow[];
  groupOf?: (row: FleetRow) => string;
  fold?: GroupFold;
  hrefOf: (row: FleetRow) => string;
};

/** Laid out anew only for other clusters, groups or folds. */
const Tiles = memo(function AllTiles(props: FleetMapProps) {
  const { rows, groupOf, fold, hrefOf } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const groups = fleetGroups(rows, groupOf);
  const shown = groups.filter(({ name }) => !name || !fold?.isFolded(name));
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {t('fleet.mapLegend')}
      </Text>
      {fold && <Folds groups={groups} fold={fold} />}
      {shown.length > 0 && (
        <div className={styles.map}>
          <Treemap
            groups={shown.map(({ name, members }) => ({
              ...{ key: name ?? '', heading: name, items: members },
            }))}
            headingLevel={3}
            keyOf={({ entityRef }) => entityRef}
            areaOf={tileArea(shown.flatMap(({ members }) => members))}
            height={{
              wide: heightFor(rows.length, HEIGHT.wide),
              narrow: heightFor(rows.length, HEIGHT.narrow),
            }}
            gap={4}
            render={(row, box) => (
              <ClusterTile row={row} href={hrefOf(row)} room={roomOf(box)} />
            )}
          />
        </div>
      )}
    </div>
  );
});

/**
 * The clusters as tiles: the area says how many nodes, shape and colour which
 * verdict. A cluster whose nodes are not known has the smallest tile. Other
 * clusters are drawn while the page goes on to answer inputs, because all tiles
 * may move for one that grew.
 */
export function FleetMap(props: FleetMapProps) {
  const { rows, groupOf, fold, hrefOf } = props;
  // A fold knows the groups of the rows that it came with, and no others.
  const shown = useMemo(() => ({ rows, groupOf, fold }), [rows, groupOf, fold]);
  return (
    <RoutedLinks>
      <Tiles {...useDeferredValue(shown)} hrefOf={hrefOf} />
    </RoutedLinks>
  );
}
