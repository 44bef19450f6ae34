export { AsTable } from './AsTable';
