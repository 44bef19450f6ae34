import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import type { FieldDefinition } from './fields/defineField';

/**
 * A field for the older frontend system, which has no loader for fields: it is
 * loaded when a form shows it.
 */
export function legacyField(
  name: string,
  load: () => Promise<FieldDefinition>,
): FieldExtensionOptions {
  const Field = lazy(async () => {
    const { legacy } = await load();
    return { default: legacy.component };
  });
  return {
    name,
    component: props => (
      <Suspense fallback={<Progress />}>
        <Field {...props} />
      </Suspense>
    ),
    async validation(value, errors, context) {
      const { legacy } = await load();
      await legacy.validation?.(value, errors, context);
    },
  };
}
