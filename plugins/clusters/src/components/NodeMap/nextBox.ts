import type { Box } from '../Treemap';

/** A box that can take the focus. */
export type NamedBox = Box & { name: string };

const DIRECTIONS: Record<string, [x: number, y: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** A step aside costs as much as so many steps ahead. */
const ASIDE = 3;

const centreOf = ({ left, top, width, height }: Box) => ({
  x: left + width / 2,
  y: top + height / 2,
});

/**
 * The name of the box that an arrow key leads to: the nearest one in its
 * direction. `undefined` when there is none, or for another key.
 *
 * @param from - name of the box that has the focus
 * @param key - as in `KeyboardEvent.key`
 */
export function nextBox(
  boxes: readonly NamedBox[],
  from: string,
  key: string,
): string | undefined {
  const start = boxes.find(({ name }) => name === from);
  if (!start || !Object.hasOwn(DIRECTIONS, key)) {
    return undefined;
  }
  const [dx, dy] = DIRECTIONS[key];
  const { x, y } = centreOf(start);
  let best: { name: string; distance: number } | undefined;
  for (const box of boxes) {
    const centre = centreOf(box);
    const ahead = (centre.x - x) * dx + (centre.y - y) * dy;
    const aside = Math.abs((centre.x - x) * dy + (centre.y - y) * dx);
    const distance = ahead + aside * ASIDE;
    if (ahead > 0.5 && distance < (best?.distance ?? Infinity)) {
      best = { name: box.name, distance };
    }
  }
  return best?.name;
}
