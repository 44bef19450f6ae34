/** Where a pod would go when it leaves its node, as far as that is known. */
export type Destination =
  /** A node that is there has room. */
  | { goes: 'fits'; to: string }
  /** A NodePool would start a node. */
  | { goes: 'newNode'; to: string }
  | { goes: 'nowhere'; why: string }
  | { goes: 'unknown'; why: string };
