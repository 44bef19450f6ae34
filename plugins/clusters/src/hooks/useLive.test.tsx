import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import type { ClusterChange } from '@clusterworks/plugin-clusters-common';
import { useLive } from './useLive';

function setVisibility(state: 'visible' | 'hidden') {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => state,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

function render(load: () => Promise<string>, key = 'question') {
  let announce: (change: ClusterChange) => void = () => {};
  const signals = {
    subscribe: (_channel: string, onMessage: typeof announce) => {
      announce = onMessage;
      return { unsubscribe: () => {} };
    },
  };
  const owner = {};
  const wrapper = (props: { children: ReactNode }) => (
    <TestApiProvider apis={[[signalApiRef, signals as never]]}>
      {props.children}
    </TestApiProvider>
  );
  const hook = renderHook(
    props =>
      useLive({
        owner,
        key: props.key,
        load,
        concerns: change => change.cluster === 'mine',
      }),
    { wrapper, initialProps: { key } },
  );
  return { ...hook, announce: (change: ClusterChange) => announce(change) };
}

describe('useLive', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    act(() => setVisibility('visible'));
  });

  it('asks again when the backend announces a change that matters', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('first')
      .mockResolvedValueOnce('second');
    const { result, announce } = render(load);
    await waitFor(() => expect(result.current.value).toBe('first'));

    act(() => announce({ cluster: 'other', revision: 1 }));
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(load).toHaveBeenCalledTimes(1);

    act(() => announce({ cluster: 'mine', revision: 2 }));
    act(() => announce({ cluster: 'mine', revision: 3 }));
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(load).toHaveBeenCalledTimes(2);
    expect(result.current.value).toBe('second');
  });

  it('asks within a second while changes keep coming', async () => {
    const load = jest.fn().mockResolvedValue('answer');
    const { result, announce } = render(load);
    await waitFor(() => expect(result.current.value).toBe('answer'));

    // Each change comes before the gathering time of the previous one is over.
    for (let revision = 1; revision <= 20; revision += 1) {
      act(() => announce({ cluster: 'mine', revision }));
      await act(() => jest.advanceTimersByTimeAsync(300));
    }
    expect(load.mock.calls.length).toBeGreaterThanOrEqual(6);
    expect(load.mock.calls.length).toBeLessThanOrEqual(13);
  });

  it('asks nothing while the tab is hidden and catches up afterwards', async () => {
    const load = jest.fn().mockResolvedValue('answer');
    const { result } = render(load);
    await waitFor(() => expect(result.current.value).toBe('answer'));

    act(() => setVisibility('hidden'));
    await act(() => jest.advanceTimersByTimeAsync(10 * 60_000));
    expect(load).toHaveBeenCalledTimes(1);

    act(() => setVisibility('visible'));
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('keeps the old answer when a later request fails', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('old')
      .mockRejectedValue(new Error('Failed to fetch'));
    const { result } = render(load);
    await waitFor(() => expect(result.current.value).toBe('old'));
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(result.current.error?.message).toBe('Failed to fetch');
    expect(result.current.value).toBe('old');
    expect(result.current.loading).toBe(false);
  });

  it('never shows the answer to another question', async () => {
    const load = jest.fn().mockResolvedValue('answer');
    const { result, rerender } = render(load);
    await waitFor(() => expect(result.current.value).toBe('answer'));
    load.mockReturnValue(new Promise(() => {}));
    rerender({ key: 'another' });
    expect(result.current.value).toBeUndefined();
    expect(result.current.loading).toBe(true);
  });
});
