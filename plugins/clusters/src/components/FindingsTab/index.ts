export { FindingsTab } from './FindingsTab';
