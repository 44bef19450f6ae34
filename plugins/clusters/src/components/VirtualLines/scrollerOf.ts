/**
 * What scrolls an element up and down; nothing when the window does. Cards and
 * tables may scroll, too, but are as high as what is in them.
 */
export function scrollerOf(element: Element): HTMLElement | undefined {
  let parent = element.parentElement;
  while (parent && parent !== document.scrollingElement) {
    const { overflowY } = getComputedStyle(parent);
    const mayScroll = overflowY === 'auto' || overflowY === 'scroll';
    if (mayScroll && parent.scrollHeight > parent.clientHeight + 1) {
      return parent;
    }
    parent = parent.parentElement;
  }
  return undefined;
}
