import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { ViewCompressor } from './ViewCompressor';
import { ViewText } from './ViewText';

function viewOf(name: string): ViewText {
  const nodeList = Array.from({ length: 500 }, (_, index) => ({
    name: `${name}-${index}`,
  }));
  return new ViewText({ nodeList } as unknown as ClusterView);
}

function fleetOf(...texts: (ViewText | undefined)[]) {
  return {
    entries: texts.map(viewText => ({ body: { viewText } })),
  } as unknown as ConstructorParameters<typeof ViewCompressor>[0];
}

describe('ViewCompressor', () => {
  it('compresses a view that stayed the same between two passes', async () => {
    const view = viewOf('calm');
    const json = view.bytes.toString();
    const plain = view.heldBytes;
    const compressor = new ViewCompressor(fleetOf(view, undefined));
    await compressor.pass();
    expect(view.heldBytes).toBe(plain);
    await compressor.pass();
    expect(view.heldBytes).toBeLessThan(plain / 4);
    expect(view.bytes.toString()).toBe(json);
    const compressed = view.heldBytes;
    await compressor.pass();
    expect(view.heldBytes).toBe(compressed);
    expect(view.bytes.toString()).toBe(json);
  });

  it('leaves a view alone that changes between all passes', async () => {
    const fleet = fleetOf(viewOf('a'));
    const compressor = new ViewCompressor(fleet);
    await compressor.pass();
    const newer = fleetOf(viewOf('b'));
    Object.assign(fleet, newer);
    await compressor.pass();
    const { viewText } = fleet.entries[0].body;
    expect(viewText?.heldBytes).toBe(viewText?.bytes.length);
  });

  it('holds no more memory for a small view than its bytes', () => {
    const view = new ViewText({ nodeList: [] } as unknown as ClusterView);
    expect(view.heldBytes).toBe(view.bytes.length);
  });
});
