import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import {
  createFormField,
  type FormField,
  type FormFieldExtensionData,
} from '@backstage/plugin-scaffolder-react/alpha';

/** A type of zod, in the version that the scaffolder uses. */
type ZodType = FormFieldExtensionData extends FormFieldExtensionData<infer T>
  ? T
  : never;

/** A field of a form, as each of the two frontend systems takes it. */
export interface FieldDefinition {
  field: FormField;
  legacy: FieldExtensionOptions;
}

/** Declares a field once, with types that fit its schema. */
export function defineField<Value extends ZodType, Options extends ZodType>(
  options: FormFieldExtensionData<Value, Options>,
): FieldDefinition {
  return {
    field: createFormField(options),
    // Here fields of different values have one type: the scaffolder gives each
    // field what its own schema describes.
    legacy: options as unknown as FieldExtensionOptions,
  };
}
