import type { clusterFormTranslationRef } from '../../translation';
import type { fieldMessages } from '../../messages/fieldMessages';

type Labels = keyof (typeof fieldMessages)['fields'];

/** The text of a field's label, by its path. */
export function labelKeyOf(
  path: string,
): `fields.${Labels}` & keyof (typeof clusterFormTranslationRef)['T'] {
  return `fields.${path.replaceAll('.', '_') as Labels}`;
}
