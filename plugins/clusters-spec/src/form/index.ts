export * from './clusterFormFields';
export * from './clusterFormSchema';
export {
  clusterSpecDocumentFromForm,
  clusterSpecFromForm,
  nodePoolFromForm,
} from './clusterSpecFromForm';
export * from './collectClusterFormIssues';
export * from './editYamlValues';
export * from './newClusterDefaults';
export * from './yamlText';
