/**
 * Scaffolder actions that create and care for clusters.
 *
 * @packageDocumentation
 */
export { scaffolderModuleClusters as default } from './module';
