import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeClassView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { DataTable, type DataColumn } from '../DataTable';
import { ObjectLink } from '../ObjectLink';
import { ConditionMark } from './ConditionMark';
import styles from './KarpenterTab.module.css';

function Found(props: {
  names: string[];
  /** Something else than the name. */
  render?: (name: string, index: number) => ReactNode;
}) {
  const { names, render = name => name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (names.length === 0) {
    return <>{t('karpenter.foundNone')}</>;
  }
  return (
    <ul className={styles.found}>
      {names.map((name, index) => (
        <li key={name}>{render(name, index)}</li>
      ))}
    </ul>
  );
}

/** EC2NodeClasses and what their selectors found in the account. */
export function NodeClassTable(props: { nodeClasses: NodeClassView[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDate } = useFormat();
  const columns: DataColumn<NodeClassView>[] = [
    {
      id: 'ready',
      header: t('karpenter.columns.ready'),
      inBlock: 'lead',
      render: row => <ConditionMark condition={row.ready} />,
      signature: row => row.ready.status,
    },
    {
      id: 'name',
      header: t('karpenter.nodeClass'),
      isRowHeader: true,
      render: row => <ObjectLink kind="EC2NodeClass" name={row.name} />,
    },
    {
      id: 'subnets',
      header: t('karpenter.subnets'),
      priority: 2,
      render: row => (
        <Found
          names={row.subnets.map(({ id, zone }) =>
            zone ? `${id} (${zone})` : id,
          )}
          render={(text, index) => (
            <ObjectLink
              kind="Subnet"
              name={row.subnets[index].id}
              text={text}
            />
          )}
        />
      ),
    },
    {
      id: 'groups',
      header: t('karpenter.securityGroups'),
      priority: 3,
      render: row => (
        <Found names={row.securityGroups.map(({ id, name }) => name ?? id)} />
      ),
    },
    {
      id: 'amis',
      header: t('karpenter.amis'),
      priority: 3,
      render: row => (
        <Found
          names={row.amis.map(({ id, name, deprecated, releasedOn }) =>
            [
              name ?? id,
              releasedOn &&
                t('karpenter.released', { date: formatDate(releasedOn) }),
              deprecated && `(${t('karpenter.deprecated')})`,
            ]
              .filter(Boolean)
              .join(' '),
          )}
        />
      ),
    },
    {
      id: 'instanceProfile',
      header: t('karpenter.instanceProfile'),
      priority: 3,
      wraps: true,
      render: row => row.instanceProfile ?? '—',
    },
    ...(props.nodeClasses.some(row => row.notReadyBecause)
      ? [
          {
            id: 'reason',
            header: t('karpenter.columns.reason'),
            wide: true,
            render: (row: NodeClassView) => row.notReadyBecause ?? '',
          },
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('karpenter.nodeClasses')}
      columns={columns}
      rows={props.nodeClasses}
      rowKey={row => row.name}
    />
  );
}
