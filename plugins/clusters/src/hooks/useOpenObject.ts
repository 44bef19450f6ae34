import { useCallback, useMemo } from 'react';
import { useUrlState } from './useUrlState';

/** Kinds of Kubernetes objects that have a drawer. */
export const OBJECT_KINDS = [
  'Node',
  'NodeClaim',
  'NodePool',
  'EC2NodeClass',
  'CiliumNode',
] as const;
/** A kind of Kubernetes objects that has a drawer. */
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** All that has a drawer: a subnet by its id, a finding by its id. */
export const DRAWER_KINDS = [...OBJECT_KINDS, 'Subnet', 'Finding'] as const;
/** A kind of things that has a drawer. */
export type DrawerKind = (typeof DRAWER_KINDS)[number];

/** Something of a cluster that a drawer shows. */
export type ObjectName = { kind: DrawerKind; name: string };
/** A Kubernetes object that a drawer shows. */
export type KubernetesName = { kind: ObjectKind; name: string };

/**
 * The object whose drawer is open, which is in the URL, and how to open
 * another one. Opening nothing closes the drawer.
 */
export function useOpenObject(): [
  ObjectName | undefined,
  (object: ObjectName | undefined) => void,
] {
  const [text, setText] = useUrlState('object');
  const object = useMemo(() => {
    const slash = text.indexOf('/');
    const kind = DRAWER_KINDS.find(one => one === text.slice(0, slash));
    const name = text.slice(slash + 1);
    return kind && name ? { kind, name } : undefined;
  }, [text]);
  const open = useCallback(
    (next: ObjectName | undefined) =>
      setText(next ? `${next.kind}/${next.name}` : ''),
    [setText],
  );
  return [object, open];
}
