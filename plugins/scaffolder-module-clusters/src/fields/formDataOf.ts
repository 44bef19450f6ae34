/** The values of all steps so far, as the scaffolder hands them to a field. */
export function formDataOf(formContext: unknown): Record<string, unknown> {
  const { formData } = (formContext ?? {}) as { formData?: unknown };
  return typeof formData === 'object' && formData !== null
    ? (formData as Record<string, unknown>)
    : {};
}
