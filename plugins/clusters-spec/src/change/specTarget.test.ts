import { smallSpec } from '@clusterworks/test-support';
import { parseClusterSpec } from '../spec';
import { ciliumLines, karpenterLines } from '../versions';
import { specChanges } from './specChanges';
import {
  specReaches,
  type SpecTarget,
  valueReaches,
  withTarget,
} from './specTarget';

const newestOf = (lines: readonly { newest: string }[]) =>
  lines[lines.length - 1].newest;
const spec = parseClusterSpec(smallSpec);

describe('a target of a spec', () => {
  it.each<[SpecTarget, string]>([
    [{ what: 'kubernetes', to: '1.36' }, 'spec.versions'],
    [{ what: 'karpenter', to: newestOf(karpenterLines) }, 'spec.versions'],
    [{ what: 'cilium', to: newestOf(ciliumLines) }, 'spec.versions'],
    [{ what: 'images', to: 'v20991231' }, 'spec.karpenter'],
  ])('%j is set and reached, and nothing else changes', (target, path) => {
    expect(specReaches(spec, target)).toBe(false);
    const next = withTarget(spec, target);
    expect(specReaches(next, target)).toBe(true);
    const changes = specChanges(spec, next);
    expect(changes).toHaveLength(1);
    expect(changes[0].path.startsWith(path)).toBe(true);
    expect(parseClusterSpec(next)).toEqual(next);
  });

  it.each<[value: string | undefined, target: SpecTarget, reached: boolean]>([
    ['1.35.4', { what: 'kubernetes', to: '1.35' }, true],
    ['1.36', { what: 'kubernetes', to: '1.35' }, true],
    ['1.34.9', { what: 'kubernetes', to: '1.35' }, false],
    ['1.9.0', { what: 'karpenter', to: '1.10.0' }, false],
    ['v20261112', { what: 'images', to: 'v20261112' }, true],
    ['v20251112', { what: 'images', to: 'v20261112' }, false],
    ['latest', { what: 'images', to: 'v20261112' }, false],
    ['', { what: 'cilium', to: '1.18.0' }, false],
    [undefined, { what: 'cilium', to: '1.18.0' }, false],
  ])('%s and %j', (value, target, reached) => {
    expect(valueReaches(value, target)).toBe(reached);
  });
});
