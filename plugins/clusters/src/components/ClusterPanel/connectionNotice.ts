import type { Connection } from '@clusterworks/plugin-clusters-common';
import type { NoticeKind } from '../StateNotice';

/** Translation keys of the notice for a connection that gives no facts. */
export type ConnectionNotice = {
  kind: NoticeKind;
  title:
    | 'state.unreachableTitle'
    | 'state.clusterForbiddenTitle'
    | 'state.noCredentialsTitle'
    | 'state.notReadTitle'
    | 'state.notProvisionedTitle'
    | 'state.connectingTitle';
  text?:
    | 'state.clusterForbiddenText'
    | 'state.noCredentialsText'
    | 'state.notReadText'
    | 'state.notProvisionedText'
    | 'state.connectingText';
};

/** What to say when a cluster gives no facts, or no new ones. */
export function connectionNotice(
  connection: Connection,
): ConnectionNotice | undefined {
  switch (connection.state) {
    case 'unreachable':
      return { kind: 'unreachable', title: 'state.unreachableTitle' };
    case 'forbidden':
      return {
        kind: 'forbidden',
        title: 'state.clusterForbiddenTitle',
        text: 'state.clusterForbiddenText',
      };
    case 'noCredentials':
      return {
        kind: 'forbidden',
        title: 'state.noCredentialsTitle',
        text: 'state.noCredentialsText',
      };
    case 'notRead':
      return {
        kind: 'empty',
        title: 'state.notReadTitle',
        text: 'state.notReadText',
      };
    case 'notProvisioned':
      return {
        kind: 'notProvisioned',
        title: 'state.notProvisionedTitle',
        text: 'state.notProvisionedText',
      };
    case 'connecting':
      return {
        kind: 'connecting',
        title: 'state.connectingTitle',
        text: 'state.connectingText',
      };
    default:
      return undefined;
  }
}
