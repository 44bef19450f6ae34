export * from './checkVersions';
export * from './minors';
export * from './versionData';
export * from './versionProfiles';
