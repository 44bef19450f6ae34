/**
 * Renders a ClusterSpec to the files of the platform repository, and plans how
 * to merge them into a repository that people have edited.
 *
 * @packageDocumentation
 */
export type { FilesByPath } from './FilesByPath';
export * from './import';
export { karpenterManifests } from './karpenter/karpenterOverlay';
export type { Manifest } from './karpenter/Manifest';
export * from './plan';
export * from './renderCluster';
export * from './repository';
export { pathsBefore } from './settle';
export * from './terraform';
export { readRecord, RECORD_FILE, sha256 } from './records';
export type { GeneratedRecord } from './records';
export type { RenderWarning } from './warnings/RenderWarning';
