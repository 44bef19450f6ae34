export {
  ConsequenceList,
  EvidenceTable,
  RemedyList,
  SubjectList,
} from './FindingDetails';
export { useSubjectsText } from './useSubjectsText';
