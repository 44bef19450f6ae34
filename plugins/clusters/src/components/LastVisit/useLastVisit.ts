import { useEffect, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/core-plugin-api';
import type { Finding } from '@clusterworks/plugin-clusters-common';
import { readVisits, type Visit, type Visits, withLook } from './visits';

/**
 * What the user saw of a cluster at the visit before this one, which the portal
 * keeps among the settings of the user; undefined at the first visit.
 *
 * @param findings - undefined until they are known
 */
export function useLastVisit(
  cluster: string,
  findings: readonly Finding[] | undefined,
): Visit | undefined {
  const storage = useApi(storageApiRef);
  const [visits, setVisits] = useState<Visits>();
  const isKnown = findings !== undefined;
  useEffect(() => {
    if (!findings) {
      return undefined;
    }
    const bucket = storage.forBucket('clusterworks.visits');
    let isNoted = false;
    // Where settings are kept on a server, they are known a little later.
    const note = ({
      presence,
      value,
    }: {
      presence: string;
      value?: unknown;
    }) => {
      if (presence === 'unknown' || isNoted) {
        return;
      }
      isNoted = true;
      const next = withLook(readVisits(value), findings, Date.now());
      setVisits(next);
      // Without it only the next visit has nothing to compare with.
      bucket.set(cluster, next).catch(() => {});
    };
    const subscription = bucket.observe$(cluster).subscribe(note);
    note(bucket.snapshot(cluster));
    return () => subscription.unsubscribe();
    // A visit is noted once, with what was there when the page opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [storage, cluster, isKnown]);
  return visits?.before;
}
