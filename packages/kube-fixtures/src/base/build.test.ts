import { build } from './build';

const draft = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'a', deletionTimestamp: undefined },
  spec: { taints: [{ key: 'x' }], labels: { a: '1', b: '2' } },
};

describe('build', () => {
  it('leaves out what is undefined', () => {
    expect(build(draft).metadata).toStrictEqual({ name: 'a' });
  });

  it('merges objects, replaces lists and removes fields', () => {
    const spec = { taints: [], labels: { b: undefined, c: '3' } };
    expect(build(draft, { spec }).spec).toStrictEqual({
      taints: [],
      labels: { a: '1', c: '3' },
    });
  });

  it('removes a whole part', () => {
    expect(build(draft, { spec: undefined })).not.toHaveProperty('spec');
  });

  it('does not change its arguments', () => {
    const before = JSON.stringify(draft);
    build(draft, { metadata: { name: 'b' }, spec: { labels: { a: '9' } } });
    expect(JSON.stringify(draft)).toBe(before);
  });
});
