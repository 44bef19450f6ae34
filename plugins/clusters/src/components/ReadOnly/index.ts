export { ReadOnly, useReadOnly } from './ReadOnly';
