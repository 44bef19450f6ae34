export * from './clusterFormFields';
export * from './clusterFormSchema';
export {
  clusterSpecDocumentFromForm,
  clusterSpecFromForm,
} from './clusterSpecFromForm';
export * from './collectClusterFormIssues';
