import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { hierarchy, Treemap, treemapSquarify } from '@visx/hierarchy';
import { useFormat } from '../../format';
import { useWidth } from '../../hooks/useWidth';
import { clustersTranslationRef } from '../../translation';
import { ClusterMark } from '../VerdictMark';
import { type FleetTile, fleetTiles, tileArea } from './fleetTiles';
import styles from './FleetMap.module.css';

const HEIGHT = 480;
const NARROW_HEIGHT = 720;
const NARROW = 560;
const GROUP_LABEL = 22;
const GAP = 4;
/** Smaller tiles have room for their name only. */
const ROOM_FOR_NODES = 58;
const ROOM_FOR_SENTENCE = { width: 150, height: 100 };

type Box = { left: number; top: number; width: number; height: number };

function ClusterTile(props: { row: FleetRow; href: string; box: Box }) {
  const { row, href, box } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatMeasure } = useFormat();
  const hasSentence =
    box.width >= ROOM_FOR_SENTENCE.width &&
    box.height >= ROOM_FOR_SENTENCE.height;
  const nodes =
    row.nodes.certainty === 'unknown'
      ? t('fleet.nodesUnknown')
      : t('fleet.nodeCount', { nodes: formatMeasure(row.nodes).text });
  return (
    <li
      className={styles.tile}
      data-verdict={row.verdict}
      style={box}
      title={`${row.name} · ${nodes} · ${row.headline.text}`}
    >
      <div className={styles.name}>
        <ClusterMark row={row} shapeOnly /> <Link href={href}>{row.name}</Link>
      </div>
      {box.height >= ROOM_FOR_NODES && <div>{nodes}</div>}
      {hasSentence && (
        <div className={styles.sentence}>{row.headline.text}</div>
      )}
    </li>
  );
}

function nameOf(tile: FleetTile): string | undefined {
  return tile.kind === 'group' ? tile.name : undefined;
}

/**
 * The clusters as tiles: the area says how many nodes, shape and colour which
 * verdict. A cluster whose nodes are not known has the smallest tile.
 */
export function FleetMap(props: {
  rows: readonly FleetRow[];
  groupOf?: (row: FleetRow) => string;
  hrefOf: (row: FleetRow) => string;
}) {
  const { rows, groupOf, hrefOf } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [frame, width] = useWidth<HTMLDivElement>(1000);
  const height = width < NARROW ? NARROW_HEIGHT : HEIGHT;
  const root = hierarchy<FleetTile>(fleetTiles(rows, groupOf), tile =>
    tile.kind === 'cluster' ? undefined : tile.children,
  )
    .sum(tileArea(rows))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {t('fleet.mapLegend')}
      </Text>
      <div ref={frame} className={styles.map} style={{ height }}>
        <Treemap
          root={root}
          size={[width, height]}
          tile={treemapSquarify}
          round
          paddingInner={GAP}
          paddingTop={node =>
            nameOf(node.data) === undefined ? 0 : GROUP_LABEL
          }
        >
          {laid => (
            <>
              {(laid.children ?? []).map(group => (
                <section key={nameOf(group.data) ?? ''}>
                  {nameOf(group.data) !== undefined && (
                    <h3
                      className={styles.group}
                      style={{
                        ...{ left: group.x0, top: group.y0 },
                        width: group.x1 - group.x0,
                      }}
                    >
                      {nameOf(group.data)}
                    </h3>
                  )}
                  <ul className={styles.tiles}>
                    {(group.children ?? []).map(({ data, x0, x1, y0, y1 }) =>
                      data.kind === 'cluster' ? (
                        <ClusterTile
                          key={data.row.entityRef}
                          row={data.row}
                          href={hrefOf(data.row)}
                          box={{
                            ...{ left: x0, top: y0 },
                            ...{ width: x1 - x0, height: y1 - y0 },
                          }}
                        />
                      ) : null,
                    )}
                  </ul>
                </section>
              ))}
            </>
          )}
        </Treemap>
      </div>
    </div>
  );
}
