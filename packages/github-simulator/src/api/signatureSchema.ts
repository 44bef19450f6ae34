import { z } from 'zod';
import { signatureOf } from '../SimulatedRepository';
import type { GitSignature } from '../git';

/** Author or committer as a request gives one. */
export const signatureSchema = z.object({
  name: z.string().min(1),
  email: z.string().min(1),
  date: z.iso.datetime({ offset: true }).optional(),
});

/** Fills what a request leaves out from the login of its token, and the time. */
export function signatureWithDefaults(
  given: z.infer<typeof signatureSchema> | undefined,
  login: string,
): GitSignature {
  const defaults = signatureOf(login);
  return given ? { ...given, date: given.date ?? defaults.date } : defaults;
}
