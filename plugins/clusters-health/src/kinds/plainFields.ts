import { WantedFields } from '@clusterworks/plugin-clusters-common';

/** A field that is a text, a number, a flag, or a list of such. */
export const plain: WantedFields = {};

/** A map of any names to texts, such as labels. */
export const plainMap: WantedFields = { '*': plain };

/** Several fields that are texts, numbers, flags, or lists of such. */
export function plainFields(...names: string[]): WantedFields {
  return Object.fromEntries(names.map(name => [name, plain]));
}
