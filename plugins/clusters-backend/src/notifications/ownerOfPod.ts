import type { Entity } from '@backstage/catalog-model';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const CLUSTER = 'backstage.io/kubernetes-cluster';

/** The annotations that say which pods belong to a component. */
export const podAnnotations = [ID, SELECTOR] as const;

/** Where a pod runs, and its labels. */
export interface OwnedPod {
  cluster: string;
  namespace: string;
  labels: Record<string, string>;
}

/**
 * The owner of the component that a pod belongs to, by the annotations that
 * `@backstage/plugin-kubernetes` reads: a label selector, else the id, and
 * namespace and cluster where they are given.
 *
 * @returns undefined when no component says that the pod is its own, or when
 *   components of several owners do
 */
export function ownerOfPod(
  pod: OwnedPod,
  components: readonly Entity[],
): string | undefined {
  const owners = new Set(
    components.flatMap(component =>
      isOf(pod, component.metadata.annotations ?? {})
        ? ownersOf(component)
        : [],
    ),
  );
  return owners.size === 1 ? [...owners][0] : undefined;
}

function isOf(pod: OwnedPod, annotations: Record<string, string>): boolean {
  const { [SELECTOR]: selector, [ID]: id } = annotations;
  const { [NAMESPACE]: namespace, [CLUSTER]: cluster } = annotations;
  if (namespace !== undefined && namespace !== pod.namespace) {
    return false;
  }
  if (cluster !== undefined && cluster !== pod.cluster) {
    return false;
  }
  return selector === undefined
    ? id !== undefined && labelOf(pod, ID) === id
    : selects(selector, pod);
}

function labelOf({ labels }: OwnedPod, name: string): string | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}

/**
 * Whether a selector of equalities (`app=web,tier!=batch`) selects a pod.
 * Selectors of sets select nothing: they are rarely used for one component.
 */
function selects(selector: string, pod: OwnedPod): boolean {
  const terms = selector.split(',').map(term => term.trim());
  let equalities = 0;
  for (const term of terms) {
    const match = /^([\w./-]{1,317})\s*(!=|==?)\s*([\w.-]{0,63})$/.exec(term);
    if (!match) {
      return false;
    }
    const [, name, operator, value] = match;
    const isEqual = labelOf(pod, name) === value;
    if (isEqual === (operator === '!=')) {
      return false;
    }
    equalities += operator === '!=' ? 0 : 1;
  }
  return equalities > 0;
}

function ownersOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}
