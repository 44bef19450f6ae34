import type { KeyboardEvent } from 'react';

/** Where a key leads from a place in rows of boxes; `undefined` for other keys. */
export function nextIndex(
  key: string,
  from: number,
  { count, columns }: { count: number; columns: number },
): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    Home: -from,
    End: count - 1 - from,
  };
  if (!Object.hasOwn(steps, key)) {
    return undefined;
  }
  const to = from + steps[key];
  return to >= 0 && to < count ? to : from;
}

/** Arrow keys, Home and End move the focus among the buttons of an element. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const from = buttons.findIndex(button => button === document.activeElement);
  const [first] = buttons;
  if (from < 0 || !first) {
    return;
  }
  const rowEnd = buttons.findIndex(
    button => button.offsetTop !== first.offsetTop,
  );
  const columns = rowEnd < 0 ? buttons.length : rowEnd;
  const to = nextIndex(event.key, from, { count: buttons.length, columns });
  if (to !== undefined) {
    event.preventDefault();
    buttons[to].focus();
  }
}
