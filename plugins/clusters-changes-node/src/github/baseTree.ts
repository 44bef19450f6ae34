/** The entry at a path of a repository. */
export interface TreeEntry {
  kind: 'file' | 'symbolic link' | 'submodule' | 'folder';
  sha: string;
  /** Size in bytes; 0 for entries that are not files. */
  size: number;
}

/** One entry in GitHub's answer. */
interface AnsweredEntry {
  path?: string;
  mode?: string;
  type?: string;
  sha?: string | null;
  size?: number;
}

const SYMBOLIC_LINK = '120000';

function kindOf({ type, mode }: AnsweredEntry): TreeEntry['kind'] | undefined {
  switch (type) {
    case 'blob':
      return mode === SYMBOLIC_LINK ? 'symbolic link' : 'file';
    case 'commit':
      return 'submodule';
    case 'tree':
      return 'folder';
    default:
      return undefined;
  }
}

/** The entries below a folder, by their path relative to it. */
export function baseTree(
  answered: readonly AnsweredEntry[],
  prefix: string,
): Map<string, TreeEntry> {
  const tree = new Map<string, TreeEntry>();
  for (const entry of answered) {
    const { path, sha, size = 0 } = entry;
    const kind = kindOf(entry);
    if (kind && path?.startsWith(prefix) && sha) {
      tree.set(path.slice(prefix.length), { kind, sha, size });
    }
  }
  return tree;
}
