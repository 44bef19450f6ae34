import { ReaderError } from '../ReaderError';
import { JsonScanError } from './JsonScanner';
import type { ListMetadata } from './ListScanner';
import { ObjectDecoder } from './ObjectDecoder';

const decoder = new ObjectDecoder('nodes', {
  metadata: { name: {} },
  spec: { a: {} },
});

function list(json: string): { items: unknown[]; metadata: ListMetadata } {
  const items: unknown[] = [];
  const objects = decoder.list(Buffer.from(json)).items();
  let next = objects.next();
  for (; !next.done; next = objects.next()) {
    items.push(next.value);
  }
  return { items, metadata: next.value };
}

const item = '{"metadata":{"name":"x","uid":"1"},"spec":{"a":1,"b":2}}';
const kept = { metadata: { name: 'x' }, spec: { a: 1 } };

describe('lists', () => {
  it('of built-in kinds have the token of the next page before the objects', () => {
    const json = `{"kind":"NodeList","metadata":{"resourceVersion":"7","continue":"abc","remainingItemCount":1},"items":[${item},${item}]}`;
    expect(decoder.list(Buffer.from(json)).readHead()).toEqual({
      resourceVersion: '7',
      continueToken: 'abc',
    });
    expect(list(json)).toEqual({
      items: [kept, kept],
      metadata: { resourceVersion: '7', continueToken: 'abc' },
    });
  });

  it('of custom resources have that token after the objects', () => {
    const json = `{"apiVersion":"v1","items":[${item}],"kind":"L","metadata":{"continue":"","resourceVersion":"7"}}\n`;
    expect(decoder.list(Buffer.from(json)).readHead()).toBeUndefined();
    expect(list(json)).toEqual({
      items: [kept],
      metadata: { resourceVersion: '7' },
    });
  });

  it.each(['[]', 'null'])('may be empty: %s', items => {
    const json = `{"items":${items},"metadata":{"resourceVersion":"7"}}`;
    expect(list(json)).toEqual({
      items: [],
      metadata: { resourceVersion: '7' },
    });
  });

  it.each([
    '[]',
    '{}',
    '{"items":[]}',
    '{"items":{},"metadata":{"resourceVersion":"7"}}',
    '{"items":[],"items":[],"metadata":{"resourceVersion":"7"}}',
    '{"items":[],"metadata":{"resourceVersion":7}}',
    '{"metadata":{"resourceVersion":"7"}}',
    `{"items":[${item}],"metadata":{"resourceVersion":"7"}`,
    `{"items":[${item}`,
    '{"items":[],"metadata":{"resourceVersion":"7"}}{}',
  ])('are refused: %s', json => {
    expect(() => list(json)).toThrow(JsonScanError);
  });
});

describe('events', () => {
  const event = (json: string) => decoder.event(Buffer.from(json));

  it('contain the wanted fields and the resource version', () => {
    expect(
      event(
        '{"type":"MODIFIED","object":{"metadata":{"name":"x","namespace":"y","resourceVersion":"8","uid":"1"},"spec":{"a":1}}}',
      ),
    ).toEqual({
      type: 'MODIFIED',
      object: {
        metadata: { name: 'x', namespace: 'y', resourceVersion: '8' },
        spec: { a: 1 },
      },
    });
  });

  it.each([
    [410, 'expired'],
    [500, 'failed'],
  ])('of type ERROR with code %s are thrown as %s', (code, kind) => {
    expect(() =>
      event(`{"type":"ERROR","object":{"kind":"Status","code":${code}}}`),
    ).toThrow(expect.objectContaining({ kind }));
  });

  it.each(['{}', '1', '{"type":"ADDED"}', '{"type":"X","object":{}}'])(
    'are refused: %s',
    json => {
      const failure = (() => {
        try {
          return event(json);
        } catch (error) {
          return decoder.failure(error, 'watch');
        }
      })();
      expect(failure).toBeInstanceOf(ReaderError);
      expect(failure).toMatchObject({
        kind: 'malformed',
        message: expect.stringContaining('watch nodes'),
      });
    },
  );
});
