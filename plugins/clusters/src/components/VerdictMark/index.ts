export { VerdictMark, SeverityMark } from './VerdictMark';
