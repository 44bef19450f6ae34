import { scrollerOf } from './scrollerOf';

/** Elements in each other, the outermost first: how they scroll, and by how much. */
function nested(...parents: [overflowY: string, hidden: number][]) {
  let inner: Element = document.body;
  return parents.map(([overflowY, hidden]) => {
    const element = document.createElement('div');
    element.style.overflowY = overflowY;
    jest.spyOn(element, 'clientHeight', 'get').mockReturnValue(100);
    jest.spyOn(element, 'scrollHeight', 'get').mockReturnValue(100 + hidden);
    inner.append(element);
    inner = element;
    return element;
  });
}

describe('scrollerOf', () => {
  it.each([
    ['the window', [['visible', 900]], undefined],
    ['the window, when a card holds all', [['auto', 0]], undefined],
    ['what scrolls', [['auto', 900]], 0],
    [
      'the innermost',
      [
        ['auto', 900],
        ['scroll', 900],
      ],
      1,
    ],
    [
      'a page around a card',
      [
        ['auto', 900],
        ['auto', 0],
      ],
      0,
    ],
    ['the window around what is cut off', [['hidden', 900]], undefined],
  ] as [string, [string, number][], number | undefined][])(
    'finds %s',
    (_, parents, expected) => {
      const elements = nested(...parents);
      const own = document.createElement('table');
      elements[elements.length - 1].append(own);
      expect(scrollerOf(own)).toBe(
        expected === undefined ? undefined : elements[expected],
      );
    },
  );
});
