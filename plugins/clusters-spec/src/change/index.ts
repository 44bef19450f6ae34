export * from './fixedFieldIssues';
export * from './handoverStep';
export * from './phaseLabel';
export * from './poolForm';
export * from './specChanges';
export * from './specTarget';
export * from './suggestedChange';
export * from './upgradePath';
