import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DrainPlan } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ObjectLink } from '../ObjectLink';
import styles from './DrainPlan.module.css';

type DrainedNode = DrainPlan['nodes'][number];

/** More pods of one cell than this say nothing new. */
const PODS_SHOWN = 5;

function Names(props: { names: readonly string[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const more = props.names.length - PODS_SHOWN;
  return props.names.length === 0 ? (
    <>—</>
  ) : (
    <ul className={styles.names}>
      {props.names.slice(0, PODS_SHOWN).map(name => (
        <li key={name}>{name}</li>
      ))}
      {more > 0 && <li>{t('held.more', { count: more })}</li>}
    </ul>
  );
}

/** What holds each node of a plan, and what would be lost. */
export function DrainedNodeTable(props: { plan: DrainPlan }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const columns: DataColumn<DrainedNode>[] = [
    {
      id: 'node',
      header: t('drain.columns.node'),
      isRowHeader: true,
      wraps: true,
      render: ({ node, incomplete }) => (
        <>
          <ObjectLink kind="Node" name={node} />
          {incomplete && <div className={styles.quiet}>{incomplete}</div>}
        </>
      ),
    },
    {
      id: 'pods',
      header: t('drain.columns.pods'),
      align: 'end',
      render: ({ pods, incomplete }) => (incomplete ? '—' : pods),
    },
    {
      id: 'heldBy',
      header: t('drain.columns.heldBy'),
      wide: true,
      render: ({ blocked }) => (
        <Names
          names={blocked.map(({ pod, free }) =>
            t('drain.heldPod', { pod, free }),
          )}
        />
      ),
    },
    {
      id: 'lost',
      header: t('drain.columns.losesLocalData'),
      wraps: true,
      render: ({ losesLocalData }) => <Names names={losesLocalData} />,
    },
    {
      id: 'unowned',
      header: t('drain.columns.unowned'),
      wraps: true,
      render: ({ unowned }) => <Names names={unowned} />,
    },
  ];
  return (
    <DataTable
      label={t('drain.nodesTable')}
      columns={columns}
      rows={props.plan.nodes}
      rowKey={({ node }) => node}
    />
  );
}
