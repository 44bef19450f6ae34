export * from './attachedVolumes';
export * from './blockingPdbs';
export * from './allowedDisruptions';
export * from './deletionStage';
export * from './budgetWindow';
export * from './drainBlockers';
export * from './pdbSelects';
