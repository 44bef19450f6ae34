export * from './addonCharts';
export * from './checkVersions';
export * from './imageRelease';
export * from './minors';
export * from './supportEndOf';
export * from './versionData';
export * from './VersionLine';
export * from './versionProfiles';
