import type { NotificationSeverity } from '@backstage/plugin-notifications-common';

/** What owners are notified of; also the topics that users may switch off. */
export const notificationKinds = [
  'critical',
  'runway',
  'support',
  'blocker',
] as const;
/** What owners are notified of. */
export type NotificationKind = (typeof notificationKinds)[number];

/** A reason to notify somebody, as it is now. */
export interface Condition {
  kind: NotificationKind;
  /** Stable key of the cause within its cluster. */
  cause: string;
  /**
   * The part of the kind that is judged on its own: the code of a rule, or a
   * component. Without a judgement of it nothing is said to be resolved.
   */
  part?: string;
  /** Reference of the entity that is notified. */
  recipient: string;
  /**
   * Whether it is bad enough for a notification. If not, it only keeps a
   * notification open that was sent already.
   */
  triggers: boolean;
  /**
   * Whether nobody is to be told for some time. If it was told before, it is
   * told again afterwards.
   */
  isMuted?: boolean;
  /** How urgent it is: a higher level is told again. */
  level: number;
  severity: NotificationSeverity;
  title: string;
  description: string;
  /** Path in the portal. */
  link: string;
}

/** What is known of one cluster now. */
export interface ClusterConditions {
  conditions: Condition[];
  /**
   * Kinds (`runway`) and parts of kinds (`critical/cilium/D07`) that cannot be
   * judged now.
   */
  unjudged: string[];
}
