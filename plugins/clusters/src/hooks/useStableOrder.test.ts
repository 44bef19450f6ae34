import { act, renderHook } from '@testing-library/react';
import { useStableOrder } from './useStableOrder';

const render = (items: string[], scope = 'all') =>
  renderHook(props => useStableOrder(props.items, item => item, props.scope), {
    initialProps: { items, scope },
  });

describe('useStableOrder', () => {
  it('keeps rows where they are while data refreshes', () => {
    const { result, rerender } = render(['a', 'b', 'c']);
    rerender({ items: ['c', 'a', 'd'], scope: 'all' });
    expect(result.current.items).toEqual(['a', 'c', 'd']);
    expect(result.current.hasMoved).toBe(true);

    act(() => result.current.resort());
    expect(result.current.items).toEqual(['c', 'a', 'd']);
    expect(result.current.hasMoved).toBe(false);
  });

  it('takes the new order when the question changes', () => {
    const { result, rerender } = render(['a', 'b']);
    rerender({ items: ['b', 'a'], scope: 'by age' });
    expect(result.current.items).toEqual(['b', 'a']);
    expect(result.current.hasMoved).toBe(false);
  });
});
