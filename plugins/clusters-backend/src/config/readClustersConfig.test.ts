import { mockServices } from '@backstage/backend-test-utils';
import { readClustersConfig } from './readClustersConfig';

const read = (reader: Record<string, string>) =>
  readClustersConfig(
    mockServices.rootConfig({ data: { clusters: { reader } } }),
  );

describe('readClustersConfig', () => {
  it.each([
    [undefined, 15_000],
    ['1s', 1_000],
    ['10 minutes', 600_000],
  ])('reads that a handover of %s may take %i ms', (handover, expected) => {
    const { handoverMs } = read(handover ? { handover } : {});
    expect(handoverMs).toBe(expected);
  });

  it.each(['0s', '900ms', '601s', '-1s', 'soon'])(
    'refuses a handover of %s',
    handover => {
      expect(() => read({ handover })).toThrow('clusters.reader.handover');
    },
  );
});
