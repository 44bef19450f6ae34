import type { Entity } from '@backstage/catalog-model';
import { ownerOfPod } from './ownerOfPod';

const component = (
  annotations: Record<string, string>,
  owner = 'group:default/shop',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'c',
    annotations: Object.fromEntries(
      Object.entries(annotations).map(([key, value]) => [
        `backstage.io/kubernetes-${key}`,
        value,
      ]),
    ),
  },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

const pod = {
  cluster: 'payments-prod',
  namespace: 'shop',
  labels: { 'backstage.io/kubernetes-id': 'web', app: 'web', tier: 'front' },
};

describe('ownerOfPod', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['the id', { id: 'web' }, true],
    ['another id', { id: 'db' }, false],
    ['a selector', { 'label-selector': 'app=web, tier==front' }, true],
    ['a selector that excludes', { 'label-selector': 'app=web,tier!=x' }, true],
    ['another selector', { 'label-selector': 'app=web,tier=back' }, false],
    ['a selector of exclusions only', { 'label-selector': 'a!=b' }, false],
    ['a selector of sets', { 'label-selector': 'app in (web)' }, false],
    ['no selector', { 'label-selector': '' }, false],
    ['a selector before the id', { id: 'web', 'label-selector': 'a=b' }, false],
    ['a name of an object', { 'label-selector': 'constructor=x' }, false],
    ['the namespace', { id: 'web', namespace: 'shop' }, true],
    ['another namespace', { id: 'web', namespace: 'other' }, false],
    ['the cluster', { id: 'web', cluster: 'payments-prod' }, true],
    ['another cluster', { id: 'web', cluster: 'payments-dev' }, false],
    ['nothing', {}, false],
  ])('by %s', (_what, annotations, isOwn) => {
    expect(ownerOfPod(pod, [component(annotations)])).toBe(
      isOwn ? 'group:default/shop' : undefined,
    );
  });

  it('is nobody when components of several owners claim the pod', () => {
    const one = component({ id: 'web' });
    const same = component({ 'label-selector': 'app=web' });
    const other = component({ id: 'web' }, 'group:default/other');
    expect(ownerOfPod(pod, [one, same])).toBe('group:default/shop');
    expect(ownerOfPod(pod, [one, other])).toBeUndefined();
  });
});
