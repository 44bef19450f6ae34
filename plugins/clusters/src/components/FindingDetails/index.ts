export { ConsequenceList, EvidenceTable, RemedyList } from './FindingDetails';
export { consequencesOf, subjectText } from './consequencesOf';
