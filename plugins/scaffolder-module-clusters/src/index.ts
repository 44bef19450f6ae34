/**
 * Form fields and review step of the Create Cluster template.
 *
 * @packageDocumentation
 */
export { scaffolderModuleClusters as default } from './module';
export { clusterFormTranslationRef } from './translation';
