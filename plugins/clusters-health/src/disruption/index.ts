export * from './allowedDisruptions';
export * from './budgetWindow';
export * from './drainBlockers';
export * from './drainPreview';
export * from './pdbSelects';
