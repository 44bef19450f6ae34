/**
 * Renders a ClusterSpec to the files of the platform repository, and plans how
 * they are brought into one that people have edited.
 *
 * @packageDocumentation
 */
export { karpenterManifests } from './karpenter/karpenterOverlay';
export type { Manifest } from './karpenter/Manifest';
export * from './plan';
export * from './renderCluster';
export { pathsBefore } from './settle';
export * from './terraform';
export { readRecord, RECORD_FILE, sha256 } from './records';
export type { RenderWarning } from './warnings/RenderWarning';
