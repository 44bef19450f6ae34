export { OtherFindings } from './OtherFindings';
