import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type ClusterDetail,
  subjectsOf,
} from '@clusterworks/plugin-clusters-common';
import { useClusterHref } from '../../hooks/useClusterHref';
import { DRAWER_KINDS } from '../../hooks/useOpenObject';
import { clustersTranslationRef } from '../../translation';
import { FindingBody } from '../FindingDetails';
import { FindingLink } from '../FindingLink';
import { KeyFacts } from '../KeyFacts';
import { RelativeTime } from '../RelativeTime';
import { SeverityMark } from '../VerdictMark';
import { Part, RelatedObjects } from './DrawerParts';
import { NotThere } from './NotThere';
import styles from './ObjectDrawer.module.css';

/** All that is known of a finding, by its id. */
export function FindingDrawer(props: { detail: ClusterDetail; name: string }) {
  const { detail, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useClusterHref();
  const all = detail.assessment?.findings ?? [];
  const finding = all.find(({ id }) => id === name);
  if (!finding) {
    return <NotThere isRead={detail.assessment !== undefined} />;
  }
  const roots = all.filter(({ consequences }) => consequences.includes(name));
  const { listed, total } = subjectsOf(finding);
  return (
    <>
      <KeyFacts
        facts={[
          {
            label: t('findings.severity'),
            value: <SeverityMark severity={finding.severity} />,
          },
          {
            label: t('findings.since'),
            value: finding.since && <RelativeTime at={finding.since} />,
          },
        ]}
      />
      {roots.length > 0 && (
        <Part title={t('drawer.followsFrom')}>
          <ul className={styles.list}>
            {roots.map(root => (
              <li key={root.id}>
                <FindingLink finding={root} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <FindingBody finding={finding} all={all} />
      <RelatedObjects
        objects={
          // Several are listed above.
          total === 1
            ? listed.map(({ kind, name: subject }) => {
                const known = DRAWER_KINDS.find(one => one === kind);
                return known && { kind: known, name: subject };
              })
            : []
        }
        links={[
          {
            title: t('drawer.allFindings'),
            href: `${hrefOf(detail.row, 'findings')}?open=${encodeURIComponent(
              name,
            )}`,
          },
        ]}
      />
    </>
  );
}
