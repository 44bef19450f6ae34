import type { ReactNode } from 'react';
import { hierarchy, treemapSquarify, Treemap as Layout } from '@visx/hierarchy';
import { useWidth } from '../../hooks/useWidth';
import { type Box, Boxes } from './Boxes';
import styles from './Treemap.module.css';

const NARROW = 560;
const GROUP_LABEL = 22;
const ITEM_LABEL = 20;
/** More boxes than this go to their places at once: each step lays out all. */
const MOST_GLIDING = 150;

/** A part of an item, as the share of its area: from 0 to 1. */
export type TreemapPart = { key: string; share: number };

/** Items that belong together. */
type Group<T> = { key: string; heading: ReactNode; items: readonly T[] };

type Tile<T> =
  | { kind: 'all'; children: Tile<T>[] }
  | { kind: 'group'; group: Group<T>; children: Tile<T>[] }
  | { kind: 'item'; item: T; rest: number; children: Tile<T>[] }
  | { kind: 'part'; part: TreemapPart; area: number };

function areaOfTile<T>(tile: Tile<T>): number {
  switch (tile.kind) {
    case 'item':
      return tile.rest;
    case 'part':
      return tile.area;
    default:
      return 0;
  }
}

function itemTile<T>(
  item: T,
  area: number,
  parts: readonly TreemapPart[],
): Tile<T> {
  const shares = parts.reduce((sum, { share }) => sum + share, 0);
  // Parts that ask for more than there is fill the item.
  const scale = area / Math.max(1, shares);
  return {
    ...{ kind: 'item', item },
    // A leaf has its area itself, and what no part takes stays empty.
    rest: area - shares * scale,
    children: parts.map(part => ({
      ...{ kind: 'part', part, area: part.share * scale },
    })),
  };
}

/**
 * Items as boxes whose area says how large they are, in groups; each item may
 * be divided into parts, under a line for its name. The boxes are list items,
 * and groups have headings, so that the picture can be read without seeing it:
 * from the largest to the smallest, as they were when first shown.
 */
export function Treemap<T>(props: {
  groups: readonly Group<T>[];
  headingLevel: 3 | 4;
  keyOf: (item: T) => string;
  areaOf: (item: T) => number;
  partsOf?: (item: T) => readonly TreemapPart[];
  height: { wide: number; narrow: number };
  gap: number;
  /** Draws an item into its box, and its parts where they lie in it. */
  render: (
    item: T,
    box: Box,
    parts: readonly { key: string; box: Box }[],
  ) => ReactNode;
}) {
  const { groups, keyOf, areaOf, partsOf, height, gap, render } = props;
  const [frame, width, isMeasured] = useWidth<HTMLDivElement>(1000);
  const Heading = `h${props.headingLevel}` as const;
  const own = width < NARROW ? height.narrow : height.wide;
  const root = hierarchy<Tile<T>>(
    {
      kind: 'all',
      children: groups.map(group => ({
        ...{ kind: 'group', group },
        children: group.items.map(item =>
          itemTile(item, areaOf(item), partsOf?.(item) ?? []),
        ),
      })),
    },
    tile => (tile.kind === 'part' ? undefined : tile.children),
  )
    .sum(areaOfTile)
    // Equal ones keep their order, so that nothing jumps.
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div
      ref={frame}
      className={styles.map}
      style={{ height: own }}
      data-glides={count <= MOST_GLIDING || undefined}
    >
      {isMeasured && (
        <Layout
          root={root}
          size={[width, own]}
          tile={treemapSquarify}
          round
          paddingInner={gap}
          paddingTop={({ data, children }) => {
            if (data.kind === 'group') {
              return data.group.heading === undefined ? 0 : GROUP_LABEL;
            }
            return data.kind === 'item' && children ? ITEM_LABEL : 0;
          }}
        >
          {laid => (
            <>
              {(laid.children ?? []).flatMap(({ data, x0, x1, y0, children }) =>
                data.kind === 'group' ? (
                  <section key={data.group.key}>
                    {data.group.heading !== undefined && (
                      <Heading
                        className={styles.group}
                        style={{ left: x0, top: y0, width: x1 - x0 }}
                      >
                        {data.group.heading}
                      </Heading>
                    )}
                    <Boxes
                      boxes={(children ?? []).flatMap(item => {
                        if (item.data.kind !== 'item') {
                          return [];
                        }
                        const box = boxOf(item);
                        const parts = (item.children ?? []).flatMap(part =>
                          part.data.kind === 'part'
                            ? {
                                key: part.data.part.key,
                                box: boxOf(part, item),
                              }
                            : [],
                        );
                        return {
                          key: keyOf(item.data.item),
                          box,
                          content: render(item.data.item, box, parts),
                        };
                      })}
                    />
                  </section>
                ) : (
                  []
                ),
              )}
            </>
          )}
        </Layout>
      )}
    </div>
  );
}

type Rectangle = { x0: number; x1: number; y0: number; y1: number };

/** A box, measured from the corner of the one that it lies in. */
function boxOf(
  { x0, x1, y0, y1 }: Rectangle,
  within: Pick<Rectangle, 'x0' | 'y0'> = { x0: 0, y0: 0 },
): Box {
  return {
    ...{ left: x0 - within.x0, top: y0 - within.y0 },
    ...{ width: x1 - x0, height: y1 - y0 },
  };
}
