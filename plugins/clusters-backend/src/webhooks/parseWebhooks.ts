import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** A system that is sent the events of clusters. */
export interface Webhook {
  /** Names it in the database, in the log and in metrics. */
  name: string;
  url: string;
  /**
   * Keys of the signatures, the current one first: while a key is replaced,
   * each message carries a signature for each of them.
   */
  keys: Buffer[];
}

const PREFIX = 'whsec_';

/** A key as Standard Webhooks writes it: 24 to 64 bytes in base64. */
const secretSchema = z
  .string()
  .max(200)
  .transform((text, context) => {
    const base64 = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
    const key = Buffer.from(base64, 'base64');
    if (
      key.toString('base64') !== base64 ||
      key.length < 24 ||
      key.length > 64
    ) {
      context.addIssue({
        code: 'custom',
        message: 'must be whsec_ and 24 to 64 bytes in base64',
      });
      return z.NEVER;
    }
    return key;
  });

const urlSchema = z
  .string()
  .max(2_000)
  .refine(
    text => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an https address',
  )
  .refine(
    text =>
      !URL.canParse(text) ||
      !(new URL(text).username || new URL(text).password),
    'must have no user and no password',
  );

const webhookSchema = z
  .strictObject({
    name: z
      .string()
      .regex(
        /^[a-z][a-z0-9-]{0,39}$/,
        'must be lower case letters, digits and hyphens, at most 40',
      ),
    url: urlSchema,
    secret: secretSchema,
    previousSecret: secretSchema.optional(),
    dangerouslyAllowHttp: z.boolean().default(false),
  })
  .refine(
    ({ url, dangerouslyAllowHttp }) =>
      dangerouslyAllowHttp || !/^http:/i.test(url.trim()),
    {
      path: ['url'],
      message: 'must be an https address, or have dangerouslyAllowHttp',
    },
  );

const webhooksSchema = z
  .array(webhookSchema)
  .max(20)
  .superRefine((webhooks, context) => {
    webhooks.forEach(({ name }, index) => {
      if (webhooks.findIndex(other => other.name === name) !== index) {
        context.addIssue({
          code: 'custom',
          path: [index, 'name'],
          message: `"${name}" is the name of another webhook`,
        });
      }
    });
  });

/**
 * Reads the value of `clusters.webhooks` from the configuration. Messages of
 * errors contain no address and no secret: both open another system.
 *
 * @throws InputError that lists all problems with their keys
 */
export function parseWebhooks(value: unknown): Webhook[] {
  const result = webhooksSchema.safeParse(value ?? []);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => {
      const steps = path.map(step =>
        typeof step === 'number' ? `[${step}]` : `.${String(step)}`,
      );
      return `clusters.webhooks${steps.join('')}: ${message}`;
    });
    throw new InputError(
      `The configuration is invalid:\n${problems.join('\n')}`,
    );
  }
  return result.data.map(({ name, url, secret, previousSecret }) => ({
    name,
    url,
    keys: previousSecret ? [secret, previousSecret] : [secret],
  }));
}
