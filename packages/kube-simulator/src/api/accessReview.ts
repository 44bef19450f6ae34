import { z } from 'zod';
import type { Access, User } from './Access';
import { badRequest, StatusError } from './statusBodies';

const accessReviewSchema = z.object({
  spec: z.object({
    resourceAttributes: z
      .object({
        verb: z.string().optional(),
        group: z.string().optional(),
        resource: z.string().optional(),
        namespace: z.string().optional(),
        name: z.string().optional(),
      })
      .optional(),
    nonResourceAttributes: z
      .object({ path: z.string().default(''), verb: z.string().default('') })
      .optional(),
  }),
});

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new StatusError(
      badRequest('the object provided is unrecognized (must be of type JSON)'),
    );
  }
}

/** Answers `POST …/selfsubjectaccessreviews`. */
export function selfSubjectAccessReview(
  access: Access,
  user: User,
  body: string,
) {
  const parsed = accessReviewSchema.safeParse(parseBody(body));
  if (!parsed.success) {
    throw new StatusError(badRequest('SelfSubjectAccessReview is invalid'));
  }
  const { resourceAttributes, nonResourceAttributes } = parsed.data.spec;
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: parsed.data.spec,
    status: {
      allowed: resourceAttributes
        ? access.authorize(user, {
            verb: '',
            group: '',
            resource: '',
            ...resourceAttributes,
          })
        : nonResourceAttributes?.verb === 'get',
    },
  };
}

const everyone = [
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
];

/** Answers `POST …/selfsubjectrulesreviews`, rule by rule from `authorize`. */
export function selfSubjectRulesReview(
  access: Access,
  user: User,
  resources: { group: string; plural: string }[],
) {
  const allowed = resources.flatMap(({ group, plural }) => {
    const verbs = ['get', 'list', 'watch'].filter(verb =>
      access.authorize(user, { verb, group, resource: plural }),
    );
    return verbs.length > 0
      ? [{ verbs, apiGroups: [group], resources: [plural] }]
      : [];
  });
  return {
    kind: 'SelfSubjectRulesReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: {},
    spec: {},
    status: {
      resourceRules: [...everyone, ...allowed],
      nonResourceRules: [
        {
          verbs: ['get'],
          nonResourceURLs: [
            '/api',
            '/api/*',
            '/apis',
            '/apis/*',
            '/healthz',
            '/livez',
            '/readyz',
            '/version',
            '/version/',
          ],
        },
      ],
      incomplete: false,
    },
  };
}
