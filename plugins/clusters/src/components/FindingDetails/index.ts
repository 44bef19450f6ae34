export {
  ConsequenceList,
  EvidenceTable,
  HelpLinks,
  RemedyList,
  SubjectList,
} from './FindingDetails';
export { useSubjectsText } from './useSubjectsText';
export { FindingBody } from './FindingBody';
