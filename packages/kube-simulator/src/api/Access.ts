import type { AccessRequest } from './AccessRequest';
import {
  kubernetesTabClusterRole,
  READER_GROUP,
  readerClusterRole,
} from '@clusterworks/plugin-clusters-health';
import { policyRulesAllow } from './policyRulesAllow';

/** Who asks. */
export interface User {
  name: string;
  groups: string[];
}

/** Who may enter, and who may do what. */
export interface Access {
  /** The user of an Authorization header; undefined answers 401. */
  authenticate(authorization: string | undefined): User | undefined;
  /** Whether a user may read something; false answers 403. */
  authorize(user: User, request: AccessRequest): boolean;
}

const readersRules = [readerClusterRole(), kubernetesTabClusterRole()].flatMap(
  ({ rules }) => rules,
);

/** The rights that the platform repository gives to the group of readers. */
export function readersMayRead(user: User, request: AccessRequest): boolean {
  return (
    user.groups.includes(READER_GROUP) &&
    policyRulesAllow(readersRules, request)
  );
}

/** Access with one fixed bearer token, for tests. */
export function tokenAccess(
  token: string,
  authorize: Access['authorize'] = readersMayRead,
): Access {
  return {
    authenticate: authorization =>
      authorization === `Bearer ${token}`
        ? { name: 'reader', groups: [READER_GROUP] }
        : undefined,
    authorize,
  };
}
