/**
 * Scaffolder actions that create and care for clusters, and their templates.
 *
 * @packageDocumentation
 */
export { scaffolderClusters as default } from './features';
