export * from './clusterRulesExtensionPoint';
