import type { ApiResource } from './ApiResource';

/** A `Status`, the body of every error of an API server. */
export interface StatusBody {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Failure';
  message: string;
  reason?: string;
  details?: Record<string, unknown>;
  code: number;
}

/** Thrown in the handler; becomes the answer. */
export class StatusError extends Error {
  constructor(
    readonly body: StatusBody,
    readonly headers: Record<string, string> = {},
  ) {
    super(body.message);
  }
}

function failure(
  code: number,
  reason: string | undefined,
  message: string,
  details?: Record<string, unknown>,
): StatusBody {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    ...(reason && { reason }),
    ...(details && { details }),
    code,
  };
}

/** 401, which says nothing about why. */
export function unauthorized(): StatusBody {
  return failure(401, 'Unauthorized', 'Unauthorized');
}

/** 400 with the given message. */
export function badRequest(message: string): StatusBody {
  return failure(400, 'BadRequest', message);
}

function detailsOf(resource: ApiResource, name?: string) {
  return {
    ...(name && { name }),
    ...(resource.group && { group: resource.group }),
    kind: resource.plural,
  };
}

function qualified(resource: ApiResource, name?: string): string {
  const plural = resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
  return name ? `${plural} "${name}"` : plural;
}

/** 403 in the words of RBAC. */
export function forbidden(
  user: string,
  verb: string,
  resource: ApiResource,
  where: { namespace?: string; name?: string },
): StatusBody {
  const scope = where.namespace
    ? `in the namespace "${where.namespace}"`
    : 'at the cluster scope';
  return failure(
    403,
    'Forbidden',
    `${qualified(
      resource,
      where.name,
    )} is forbidden: User "${user}" cannot ${verb} resource "${
      resource.plural
    }" in API group "${resource.group}" ${scope}`,
    detailsOf(resource, where.name),
  );
}

/** 404 of one object. */
export function notFound(resource: ApiResource, name: string): StatusBody {
  return failure(
    404,
    'NotFound',
    `${qualified(resource, name)} not found`,
    detailsOf(resource, name),
  );
}

/** 405: the simulated world is read-only from outside. */
export function methodNotAllowed(): StatusBody {
  return failure(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

/** 410 inside of a watch. */
export function tooOldResourceVersion(
  asked: number,
  oldest: number,
): StatusBody {
  return failure(
    410,
    'Expired',
    `too old resource version: ${asked} (${oldest})`,
  );
}

/** 410 of a continue token, with a token that goes on without consistency. */
export function expiredContinueToken(next: string): StatusBody {
  return {
    ...failure(
      410,
      'Expired',
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
    ),
    metadata: { continue: next },
  };
}

/** 422 of ListOptions. */
export function invalidListOptions(field: string, message: string): StatusBody {
  return failure(
    422,
    'Invalid',
    `ListOptions.meta.k8s.io "" is invalid: ${field}: ${message}`,
    {
      group: 'meta.k8s.io',
      kind: 'ListOptions',
      causes: [{ reason: 'FieldValueForbidden', message, field }],
    },
  );
}

/** 500 of a watch whose resourceVersion is no number (that is what 1.35 says). */
export function invalidResourceVersion(value: string): StatusBody {
  return failure(
    500,
    undefined,
    `resourceVersion: Invalid value: "${value}": strconv.ParseUint: parsing "${value}": invalid syntax`,
  );
}

/** 504 of a list that asks for a state that is not there yet. */
export function tooLargeResourceVersion(
  asked: number,
  current: number,
): StatusBody {
  return failure(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${asked}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}

/** 429 as priority and fairness answers. */
export function tooManyRequests(retryAfterSeconds: number): StatusBody {
  return failure(
    429,
    'TooManyRequests',
    'too many requests, please try again later',
    { retryAfterSeconds },
  );
}

/** 500. */
export function internalError(message: string): StatusBody {
  return failure(500, 'InternalError', `Internal error occurred: ${message}`, {
    causes: [{ message }],
  });
}

/** 415: only JSON is read here. */
export function unsupportedMediaType(): StatusBody {
  return failure(
    415,
    'UnsupportedMediaType',
    'the body of the request was in an unknown format - accepted media types include: application/json',
  );
}

/** 413. */
export function tooLargeBody(): StatusBody {
  return failure(
    413,
    'RequestEntityTooLarge',
    'Request entity too large: limit is 65536',
  );
}
