import { createHash } from 'node:crypto';
import { clusterLink } from '../notifications/clusterLink';
import type { Note } from '../notifications/NotificationState';
import type { FreezeEnd, FreezeOutcome } from './FreezeEnd';

/** What somebody is told of the end of a freeze. */
export function freezeNote(
  { identity, until, outcome, at }: FreezeEnd,
  cluster: { name: string; entityRef: string },
  recipient: string,
): Note {
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return {
    ...{ recipient, at },
    payload: {
      title: `${cluster.name}: the freeze of disruption is over`,
      description: `It should have ended at ${until}. ${nextStep(outcome)}`,
      // Only paths of the portal: its page links to the pull request.
      link: clusterLink(cluster.entityRef),
      severity: 'normal',
      topic: 'clusters.freeze',
      // What is said later of the same freeze updates the notification.
      scope: `clusters/freeze/${hash}/${until}`.slice(0, 200),
    },
  };
}

function nextStep(outcome: FreezeOutcome): string {
  switch (outcome.state) {
    case 'opened':
      return `A pull request that takes it out waits to be merged: ${outcome.pullRequestUrl}`;
    case 'asked':
      return 'The portal writes to git only with the credentials of a person: open the page of the cluster and end the freeze there.';
    default:
      return `The pull request that ends it could not be opened, and is tried again: ${outcome.problem}`;
  }
}
