import { ConflictError, InputError } from '@backstage/errors';
import {
  type ClusterChangeOperation,
  clusterOperations,
  operationsOfField,
} from '@clusterworks/plugin-clusters-common';
import {
  type ClusterSpec,
  describeClusterSpecIssues,
  fixedFieldIssues,
  handoverIssues,
  specChanges,
} from '@clusterworks/plugin-clusters-spec';
import type { ClusterOperation } from './ClusterOperation';

/** Whether the operation is for existing clusters only. */
export function isChangeOperation(
  operation: ClusterOperation,
): operation is ClusterChangeOperation {
  return (clusterOperations as readonly string[]).includes(operation);
}

/**
 * The operations that the differences between two specs belong to, without
 * repetition.
 */
function operationsBetween(
  before: ClusterSpec,
  after: ClusterSpec,
): ClusterChangeOperation[] {
  return [
    ...new Set(
      specChanges(before, after).flatMap(({ path }) => operationsOfField(path)),
    ),
  ];
}

/**
 * The operations that a requester needs permission for. An `update` is an edit
 * of all of `cluster.yaml`, so it needs that of `edit` and of each field. When
 * the spec in git cannot be read, its changes are not known, so it needs all.
 *
 * @param before - the spec in git; absent when it has problems
 */
export function operationsNeeded(
  operation: Exclude<ClusterOperation, 'create'>,
  before: ClusterSpec | undefined,
  after: ClusterSpec,
): ClusterChangeOperation[] {
  if (!before) {
    return operation === 'update' ? [...clusterOperations] : [operation];
  }
  return [
    ...new Set([
      operation === 'update' ? 'edit' : operation,
      ...operationsBetween(before, after),
    ]),
  ];
}

/**
 * Refuses changes of fields that can never be changed, and of fields that do
 * not belong to the operation: the form tells its user which fields it changes.
 *
 * @param isApplied - whether git has the status of the cluster, which Terraform
 *   publishes
 * @throws InputError that lists all of them
 */
export function checkFields(
  before: ClusterSpec,
  after: ClusterSpec,
  operation: ClusterChangeOperation,
  isApplied: boolean,
): void {
  const foreign =
    operation === 'edit'
      ? []
      : specChanges(before, after)
          .filter(({ path }) => !operationsOfField(path).includes(operation))
          .map(({ path }) => ({
            path,
            message: `does not belong to the operation "${operation}": use "edit"`,
          }));
  const issues = [
    ...fixedFieldIssues(before, after),
    ...handoverIssues(before, after, isApplied),
    ...foreign,
  ];
  if (issues.length > 0) {
    throw new InputError(
      `The cluster cannot be changed like this:\n${describeClusterSpecIssues(
        issues,
      )}`,
    );
  }
}

/**
 * Checks that git still has the version that the form started with.
 *
 * @param version - blob SHA of the `cluster.yaml` with which the form started
 * @throws ConflictError when git has another version by now
 */
export function checkVersion(
  cluster: string,
  version: string | undefined,
  current: string | undefined,
): void {
  if (version !== undefined && version !== current) {
    throw new ConflictError(
      `cluster.yaml of ${cluster} has changed in git since the form was opened: open it again, so that nothing of that change is lost`,
    );
  }
}
