export * from './createPagesRouter';
