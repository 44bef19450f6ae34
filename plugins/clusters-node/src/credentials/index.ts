export * from './clusterCredentialsExtensionPoint';
