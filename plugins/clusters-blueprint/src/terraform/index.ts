export * from './renderTerraform';
