import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { type CodeOwner, codeOwnerSchema } from './codeOwnerSchema';

/**
 * A git repository that holds clusters.
 *
 * @public
 */
export interface PlatformRepository {
  /** Page of the repository, without `.git` and without a slash at the end. */
  url: string;
  /** Branch that clusters are read from and pull requests go to. */
  baseBranch: string;
  /** Full references of groups that may own a cluster here; empty: any. */
  allowedOwnerGroups: string[];
  /** Folder in the repository that holds everything; `''` is its root. */
  path: string;
  /** Entries of the repository's `CODEOWNERS`. */
  codeOwners: CodeOwner[];
  /** Teams on GitHub that review changes of a group's clusters. */
  reviewers: Array<{ group: string; team: string }>;
}

const urlSchema = z
  .string()
  .refine(
    isRepositoryUrl,
    'must be the http(s) address of a repository, such as https://github.com/acme/platform',
  )
  .transform(url => url.replace(/\/+$/, '').replace(/\.git$/, ''));

const repositorySchema = z.strictObject({
  url: urlSchema,
  baseBranch: z
    .string()
    .regex(
      /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,
      'must be a branch name without slashes',
    )
    .default('main'),
  allowedOwnerGroups: z.array(z.string()).default([]).transform(groupRefs),
  path: z
    .string()
    .default('')
    .transform(path => path.replace(/^[./]+|\/+$/g, ''))
    .refine(
      path => !path.split('/').includes('..'),
      'must lie in the repository',
    ),
  codeOwners: z.array(codeOwnerSchema).max(200).default([]),
  reviewers: z
    .array(
      z.strictObject({
        group: z.string().max(300).refine(isEntityRef, 'must be a group'),
        team: z
          .string()
          .max(100)
          .regex(
            /^[a-z0-9][a-z0-9_-]*$/,
            'must be the name of a team in its URL, such as payments-team',
          ),
      }),
    )
    .max(1000)
    .default([]),
});

/**
 * Reads the value of `clusters.platformRepositories` from the configuration.
 *
 * @throws InputError that lists all problems with their keys
 *
 * @public
 */
export function parsePlatformRepositories(
  value: unknown,
): PlatformRepository[] {
  const result = z.array(repositorySchema).safeParse(value ?? []);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const path = issue.path.map(step =>
      typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
    );
    return `clusters.platformRepositories${path.join('')}: ${issue.message}`;
  });
  throw new InputError(`The configuration is invalid:\n${problems.join('\n')}`);
}

/**
 * Whether an owner may have clusters in a repository. References are compared
 * in full and without regard to case, as the catalog does.
 *
 * @public
 */
export function isAllowedOwner(
  repository: PlatformRepository,
  owner: string,
): boolean {
  const { allowedOwnerGroups } = repository;
  return (
    allowedOwnerGroups.length === 0 ||
    allowedOwnerGroups.includes(ownerRef(owner))
  );
}

function isRepositoryUrl(text: string): boolean {
  try {
    const { protocol, username, password, pathname, search, hash } = new URL(
      text,
    );
    return (
      /^https?:$/.test(protocol) &&
      `${username}${password}${search}${hash}` === '' &&
      pathname.split('/').filter(Boolean).length >= 2
    );
  } catch {
    return false;
  }
}

/**
 * The full reference of an owner, in lower case: `group:default/payments`.
 *
 * @public
 */
export function ownerRef(text: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind: 'group', defaultNamespace: 'default' }),
  );
}

function isEntityRef(text: string): boolean {
  try {
    ownerRef(text);
    return true;
  } catch {
    return false;
  }
}

function groupRefs(
  texts: string[],
  context: { addIssue(issue: { code: 'custom'; message: string }): void },
): string[] {
  return texts.flatMap(text => {
    try {
      return [ownerRef(text)];
    } catch {
      const message = `"${text}" is not an entity reference`;
      context.addIssue({ code: 'custom', message });
      return [];
    }
  });
}
