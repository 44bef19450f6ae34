import { InputError } from '@backstage/errors';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  accountOfRole,
  isExternalId,
} from '@clusterworks/plugin-clusters-node';
import { z } from 'zod';

const entityRef = (kind: string) =>
  z
    .string()
    .max(500)
    .refine(text => toRef(text, kind) !== undefined, {
      message: 'must be an entity reference',
    })
    .transform(text => toRef(text, kind) ?? text);

const tagKey = z.string().min(1).max(128);

const labelKey = z
  .string()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
    'must be the key of a label',
  );

const sourceSchema = z.strictObject({
  accountId: z.string().regex(/^\d{12}$/, 'must be 12 digits'),
  regions: z
    .array(
      z
        .string()
        .max(30)
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region'),
    )
    .min(1)
    .max(50),
  tags: z.record(tagKey, z.string().max(256)).default({}),
  namespace: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a namespace')
    .default('default'),
  name: z
    .string()
    .max(63)
    .includes('{name}')
    .regex(
      /^([A-Za-z0-9_.-]|\{(name|region|account)\})+$/,
      'may hold letters, digits, "-_." and {name}, {region}, {account}',
    )
    .default('{name}'),
  owner: entityRef('group'),
  ownerTag: tagKey.default('owner'),
  allowedOwnerGroups: z.array(entityRef('group')).max(1000).default([]),
  systemTag: tagKey.default('system'),
  environmentTag: tagKey.default('environment'),
  labels: z.record(labelKey, tagKey).default({}),
  assumeRole: z
    .string()
    .max(600)
    .refine(text => accountOfRole(text) !== undefined, {
      message: 'must be the ARN of a role',
    })
    .optional(),
  externalId: z
    .string()
    .refine(isExternalId, { message: 'must be an external id' })
    .optional(),
});

/**
 * An AWS account whose EKS clusters are brought into the catalog: one entry of
 * `clusters.catalog.eks`. The keys are documented in `config.d.ts`.
 */
export type EksSource = z.infer<typeof sourceSchema>;

/**
 * Reads the value of `clusters.catalog.eks` from the configuration.
 *
 * @throws InputError that lists all problems with their keys
 */
export function parseEksSources(value: unknown): EksSource[] {
  const result = z
    .array(sourceSchema)
    .max(500)
    .safeParse(value ?? []);
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) => `clusters.catalog.eks${at(path)}: ${message}`,
    );
    throw new InputError(
      `The configuration is invalid:\n${problems.join('\n')}`,
    );
  }
  const twice = doubled(result.data);
  if (twice) {
    throw new InputError(
      `clusters.catalog.eks: region ${twice.region} of account ${twice.accountId} is there twice`,
    );
  }
  return result.data;
}

/** The full entity reference; undefined when the text is not a reference. */
export function toRef(text: string, defaultKind: string): string | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(text, {
      defaultKind,
      defaultNamespace: 'default',
    });
    return [kind, namespace, name].every(isNamePart)
      ? stringifyEntityRef({ kind, namespace, name })
      : undefined;
  } catch {
    return undefined;
  }
}

function isNamePart(part: string): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(part);
}

function at(path: PropertyKey[]): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
}

function doubled(sources: EksSource[]) {
  const seen = new Set<string>();
  for (const { accountId, regions } of sources) {
    for (const region of regions) {
      const key = `${accountId} ${region}`;
      if (seen.has(key)) {
        return { accountId, region };
      }
      seen.add(key);
    }
  }
  return undefined;
}
