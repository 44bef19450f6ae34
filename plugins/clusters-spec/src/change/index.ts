export * from './fixedFieldIssues';
export * from './poolForm';
export * from './specChanges';
export * from './suggestedChange';
export * from './upgradePath';
