import { act, fireEvent } from '@testing-library/react';

/**
 * Lets the window scroll, which jsdom cannot: nothing is laid out there, so
 * that everything is where the page begins. To be called at the top of a file.
 *
 * @returns what scrolls to a position, in pixels
 */
export function mockScrolling(): (position: number) => void {
  const scrollTo = (scrollY: number) => Object.assign(window, { scrollY });
  beforeEach(() => {
    Object.assign(window, { scrollTo: jest.fn() });
    jest
      .spyOn(Element.prototype, 'getBoundingClientRect')
      .mockImplementation(() => new DOMRect(0, -window.scrollY, 0, 0));
  });
  afterEach(() => {
    scrollTo(0);
    jest.restoreAllMocks();
  });
  return position =>
    act(() => {
      scrollTo(position);
      fireEvent.scroll(window);
    });
}
