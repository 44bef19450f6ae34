import { gzipSync } from 'node:zlib';
import { PageBuffers } from './PageBuffers';
import { gunzipBody } from './gunzipBody';

const text = (size: number, fill: string) => Buffer.alloc(size, fill);

const { signal } = new AbortController();

describe('PageBuffers', () => {
  it('reuses released memory, but gives no two open pages the same', async () => {
    const buffers = new PageBuffers(2);
    const gunzip = (fill: string) =>
      gunzipBody(gzipSync(text(3_000_000, fill)), 4_000_000, buffers, signal);
    const [first, second] = await Promise.all([gunzip('a'), gunzip('b')]);
    expect(first.bytes.equals(text(3_000_000, 'a'))).toBe(true);
    expect(second.bytes.equals(text(3_000_000, 'b'))).toBe(true);
    first.release();
    first.release();
    const third = await gunzip('c');
    const fourth = await gunzip('d');
    expect(third.bytes.buffer).toBe(first.bytes.buffer);
    expect(fourth.bytes.buffer).not.toBe(first.bytes.buffer);
    expect(second.bytes.equals(text(3_000_000, 'b'))).toBe(true);
  });

  it('frees what was not used for a while', () => {
    jest.useFakeTimers();
    try {
      const buffers = new PageBuffers(2);
      const first = buffers.open();
      const memory = first.finish().bytes.buffer;
      first.release();
      jest.advanceTimersByTime(9_999);
      const second = buffers.open();
      expect(second.finish().bytes.buffer).toBe(memory);
      second.release();
      jest.advanceTimersByTime(10_000);
      expect(buffers.open().finish().bytes.buffer).not.toBe(memory);
    } finally {
      jest.useRealTimers();
    }
  });

  it('refuses a page over the limit', async () => {
    const buffers = new PageBuffers(2);
    await expect(
      gunzipBody(gzipSync(text(3_000_000, 'a')), 2_000_000, buffers, signal),
    ).rejects.toMatchObject({ kind: 'tooLarge' });
  });

  it('fails on data that is not compressed', async () => {
    await expect(
      gunzipBody(Buffer.from('not gzip'), 1_000, new PageBuffers(1), signal),
    ).rejects.toThrow();
  });
});
