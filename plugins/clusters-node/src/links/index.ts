export * from './findingLinksExtensionPoint';
