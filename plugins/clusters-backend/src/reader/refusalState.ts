import type { SourceState } from '@clusterworks/plugin-clusters-common';
import type { ReaderErrorKind } from './ReaderError';

/** Failures that a retry does not repair, because a person has to act. */
const STATES: Partial<Record<ReaderErrorKind, SourceState>> = {
  refused: 'forbidden',
  unauthorized: 'forbidden',
  forbidden: 'forbidden',
  notFound: 'notInstalled',
};

/** The state that a refusal gives a source; undefined for other failures. */
export function refusalState(kind: ReaderErrorKind): SourceState | undefined {
  return STATES[kind];
}
