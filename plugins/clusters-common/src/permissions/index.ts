export * from './clusterChangePermissions';
export * from './clusterMutePermission';
export * from './clusterPermissions';
export * from './clusterResourceType';
export * from './platformPermission';
export * from './webhooksPermission';
