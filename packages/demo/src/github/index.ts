export { startDemoGithub, DEMO_GITHUB_TOKEN } from './startDemoGithub';
export type { DemoGithub, DemoGithubOptions } from './startDemoGithub';
export type { DemoCommit, DemoPush, DemoRepository } from './DemoRepository';
