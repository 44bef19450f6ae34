export { FindingLink } from './FindingLink';
