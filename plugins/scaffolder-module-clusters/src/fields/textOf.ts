import { type ApiHolder } from '@backstage/core-plugin-api';
import {
  type TranslationFunction,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../translation';

/**
 * The texts in the reader's language for code that is no component, such as
 * the validation of a field. `undefined` while they are being loaded.
 */
export function textOf(
  apiHolder: ApiHolder,
): TranslationFunction<(typeof clusterFormTranslationRef)['T']> | undefined {
  const texts = apiHolder
    .get(translationApiRef)
    ?.getTranslation(clusterFormTranslationRef);
  return texts?.ready ? texts.t : undefined;
}
