import { isClusterEntity } from './isClusterEntity';

const entity = (kind: string, type?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'payments-prod' },
  spec: type ? { type } : undefined,
});

describe('isClusterEntity', () => {
  it.each([
    ['Resource', 'kubernetes-cluster', true],
    ['resource', 'kubernetes-cluster', true],
    ['Resource', 'database', false],
    ['Component', 'kubernetes-cluster', false],
    ['Resource', undefined, false],
  ])('%s of type %s: %s', (kind, type, expected) => {
    expect(isClusterEntity(entity(kind, type))).toBe(expected);
  });
});
