import type { RenderResponse } from '@clusterworks/plugin-clusters-common';

type File = RenderResponse['files'][number];

/** Files of one folder, in order. */
export type FolderOfFiles = { folder: string; files: File[] };

const byText = (a: string, b: string) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};

/** Files by folder, folders and files in the order of their names. */
export function byFolder(files: File[]): FolderOfFiles[] {
  const folders = new Map<string, File[]>();
  for (const file of [...files].sort((a, b) => byText(a.path, b.path))) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')));
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders]
    .sort(([a], [b]) => byText(a, b))
    .map(([folder, inside]) => ({ folder, files: inside }));
}

/**
 * Separates the files of this cluster from those that all clusters share. The
 * files of a cluster are in folders named after its environment and name.
 */
export function splitShared<T extends { path: string }>(
  files: T[],
  environment: string,
  name: string,
): { own: T[]; shared: T[] } {
  const place = `/${environment}/${name}/`;
  return {
    own: files.filter(file => file.path.includes(place)),
    shared: files.filter(file => !file.path.includes(place)),
  };
}

/** Name of a file without its folder. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const LANGUAGES: Record<string, string> = {
  tf: 'hcl',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  md: 'markdown',
  sh: 'bash',
};

/** The language to colour a file in, from its ending. */
export function languageOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return LANGUAGES[ending] ?? 'text';
}
