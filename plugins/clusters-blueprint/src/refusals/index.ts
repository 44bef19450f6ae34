export * from './newClusterIssues';
export type { NewClusterIssue } from './NewClusterIssue';
