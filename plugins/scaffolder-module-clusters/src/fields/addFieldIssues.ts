import { collectClusterFormIssues } from '@clusterworks/plugin-clusters-spec';

type ErrorSink = { addError(message: string): void };

/** Whether a problem's field is this field or a part of it. */
function concerns(issueField: string | undefined, field: string): boolean {
  return (
    issueField === field ||
    issueField?.startsWith(`${field}[`) === true ||
    issueField?.startsWith(`${field}.`) === true
  );
}

/**
 * Refuses a field's value with the same messages as the scaffolder action and
 * the command line, because all of them use the same schema.
 *
 * @param field - name of the form field, for example `vpcCidr`
 * @param formData - all values of the form
 * @param errors - where problems are reported
 */
export function addFieldIssues(
  field: string,
  formData: unknown,
  errors: ErrorSink,
): void {
  for (const issue of collectClusterFormIssues(formData)) {
    if (concerns(issue.field, field)) {
      const place = issue.field === field ? '' : `${issue.field}: `;
      errors.addError(`${place}${issue.message}`);
    }
  }
}
