import { nodePoolFormFields, type NodePoolFormValues } from '../form';
import type { NodePoolSpec } from '../spec';

/** The fields of a pool that its editor shows; only the limits are others. */
const shownFields = [
  'name',
  'preset',
  'architectures',
  'instanceCategories',
  'instanceFamilies',
  'minGeneration',
  'capacityTypes',
  'preferOnDemand',
  'consolidation',
  'budgets',
  'requirements',
  'taints',
  'labels',
  'weight',
  'expireAfter',
  'terminationGracePeriod',
  'amiFamily',
  'efa',
  'volume',
  'kubelet',
] as const;

const shownLimits = Object.entries(nodePoolFormFields).map(
  ([field, [, resource]]) => ({
    field: field as keyof typeof nodePoolFormFields,
    resource,
  }),
);

/**
 * The values that the editor of a pool shows.
 *
 * @public
 */
export function poolToForm(pool: NodePoolSpec): NodePoolFormValues {
  const shown = Object.fromEntries(
    shownFields
      .filter(field => pool[field] !== undefined)
      .map(field => [field, pool[field]]),
  );
  const limits = Object.fromEntries(
    shownLimits
      .filter(({ resource }) => pool.limits?.[resource] !== undefined)
      .map(({ field, resource }) => [field, pool.limits?.[resource]]),
  );
  return { preset: 'general', ...shown, ...limits };
}

/**
 * The pool after an edit. Limits that the editor does not show are kept, and
 * fields that were not edited are not added.
 *
 * @param pool - the pool before the edit; undefined for a new pool
 *
 * @public
 */
export function poolFromForm(
  pool: NodePoolSpec | undefined,
  form: NodePoolFormValues,
): NodePoolSpec {
  const before: Partial<NodePoolFormValues> = pool ? poolToForm(pool) : {};
  const next: Record<string, unknown> = { ...pool };
  for (const field of shownFields) {
    if (JSON.stringify(form[field]) !== JSON.stringify(before[field])) {
      put(next, field, form[field]);
    }
  }
  next.name ??= form.preset;
  const limits: Record<string, unknown> = { ...pool?.limits };
  let isEdited = false;
  for (const { field, resource } of shownLimits) {
    if (form[field] !== before[field]) {
      put(limits, resource, form[field]);
      isEdited = true;
    }
  }
  if (isEdited) {
    // A pool without limits has those of its preset.
    put(next, 'limits', Object.keys(limits).length > 0 ? limits : undefined);
  }
  return next as NodePoolSpec;
}

function put(
  target: Record<string, unknown>,
  key: string,
  value: unknown,
): void {
  if (value === undefined) {
    delete target[key];
  } else {
    target[key] = value;
  }
}
