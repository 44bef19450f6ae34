export * from './checkVersions';
export * from './imageRelease';
export * from './minors';
export * from './versionData';
export * from './versionProfiles';
