export { CiliumTab } from './CiliumTab';
