import { valueAt, withValueAt } from './valueAt';

const spec = { network: { zones: 3, endpoint: { public: true } }, tags: {} };

describe('a value of a spec', () => {
  it.each([
    ['network.zones', 3],
    ['network.endpoint.public', true],
    ['network.gone.public', undefined],
    ['network.zones.deep', undefined],
    ['toString', undefined],
  ])('is read at %s', (path, expected) => {
    expect(valueAt(spec, path)).toBe(expected);
  });

  it.each([
    ['network.zones', 2, { ...spec, network: { ...spec.network, zones: 2 } }],
    ['cilium.hubble', false, { ...spec, cilium: { hubble: false } }],
    // Nothing empty is left behind, and what was empty before stays.
    ['network.endpoint.public', undefined, { network: { zones: 3 }, tags: {} }],
    ['cilium.hubble', undefined, spec],
  ])('is set at %s to %s', (path, value, expected) => {
    expect(withValueAt(spec, path, value)).toEqual(expected);
  });

  it('is back after a round', () => {
    const changed = withValueAt(spec, 'network.natGateways', 'perZone');
    expect(withValueAt(changed, 'network.natGateways', undefined)).toEqual(
      spec,
    );
  });
});
