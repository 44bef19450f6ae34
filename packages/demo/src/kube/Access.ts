/** Who asks. */
export interface User {
  name: string;
  groups: string[];
}

/** What is asked for, in the words of RBAC. */
export interface AccessRequest {
  verb: string;
  group: string;
  resource: string;
  namespace?: string;
  name?: string;
}

/** Who may enter, and who may do what. */
export interface Access {
  /** The user of an Authorization header; undefined answers 401. */
  authenticate(authorization: string | undefined): User | undefined;
  /** Whether a user may read something; false answers 403. */
  authorize(user: User, request: AccessRequest): boolean;
}

/**
 * The rights of a read-only user: everything but Secrets, as the ClusterRole of
 * the platform repository gives to `clusterworks:readers`.
 */
export function readersMayRead(user: User, request: AccessRequest): boolean {
  return (
    user.groups.includes('clusterworks:readers') &&
    ['get', 'list', 'watch'].includes(request.verb) &&
    request.resource !== 'secrets'
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
        ? { name: 'reader', groups: ['clusterworks:readers'] }
        : undefined,
    authorize,
  };
}
