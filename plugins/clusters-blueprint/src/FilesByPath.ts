/**
 * Texts of files by their paths in the platform repository.
 *
 * @public
 */
export type FilesByPath = Record<string, string>;
