export * from './allowedDisruptions';
export * from './budgetWindow';
export * from './drainBlockers';
export * from './pdbSelects';
