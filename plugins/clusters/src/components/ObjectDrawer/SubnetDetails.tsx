import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterDetail,
  ClusterView,
} from '@clusterworks/plugin-clusters-common';
import { HOUR_MS, useFormat } from '../../format';
import { useClusterHistory } from '../../hooks/useCluster';
import { clustersTranslationRef } from '../../translation';
import { CopyCommand } from '../CopyCommand';
import { KeyFacts } from '../KeyFacts';
import { MeasureValue } from '../MeasureValue';
import { ObjectLink } from '../ObjectLink';
import { Sparkline } from '../Sparkline';
import { describeSubnet, subnetConsoleUrl } from './awsSubnet';
import { FindingsAbout, Part, RelatedObjects } from './DrawerParts';
import { NotThere } from './NotThere';
import styles from './ObjectDrawer.module.css';

/** The free addresses of a subnet over the last 24 hours, an upper bound. */
function SubnetHistory(props: { cluster: string; subnet: string }) {
  const { cluster, subnet } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const { value: history } = useClusterHistory(cluster, '24h');
  const points = (history?.points ?? []).map(({ at, subnets = {} }) => ({
    at: Date.parse(at),
    value: Object.hasOwn(subnets, subnet) ? subnets[subnet] : undefined,
  }));
  const seen = points.flatMap(({ value }) => value ?? []);
  return seen.length < 2 ? null : (
    <Part title={t('day.title')}>
      <div className={styles.trend}>
        <span>{t('drawer.left')}</span>
        <Sparkline points={points} />
        <span>
          {t('overview.trendNow', {
            least: formatNumber(Math.min(...seen)),
            most: formatNumber(Math.max(...seen)),
            now: formatNumber(seen[seen.length - 1]),
          })}
        </span>
      </div>
    </Part>
  );
}

/** All that is known of a subnet. */
export function SubnetDetails(props: {
  detail: ClusterDetail;
  view: ClusterView;
  name: string;
}) {
  const { detail, view, name } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration } = useFormat();
  const { subnets } = view.cilium;
  const subnet = subnets?.find(({ subnetId }) => subnetId === name);
  const classes = (view.karpenter.nodeClasses ?? []).filter(one =>
    one.subnets.some(({ id }) => id === name),
  );
  const zone =
    subnet?.zone ?? classes[0]?.subnets.find(({ id }) => id === name)?.zone;
  if (!subnet && classes.length === 0) {
    return <NotThere isRead={subnets !== undefined} />;
  }
  const command = describeSubnet(detail.row.region, name);
  const refused = subnet?.refused;
  return (
    <>
      <KeyFacts
        facts={[
          { label: t('nodes.columns.zone'), value: zone },
          { label: t('drawer.cidr'), value: subnet?.cidr },
          ...(subnet
            ? [
                {
                  label: t('cilium.subnet.left'),
                  value: <MeasureValue measure={subnet.room.addresses} />,
                },
                {
                  label: t('cilium.subnet.nodes'),
                  value: <MeasureValue measure={subnet.room.nodes} />,
                },
                {
                  label: t('cilium.subnet.time'),
                  value: (
                    <MeasureValue
                      measure={subnet.room.hours}
                      format={hours => formatDuration(hours * HOUR_MS)}
                    />
                  ),
                },
                {
                  label: t('cilium.subnet.used'),
                  value: <MeasureValue measure={subnet.used} />,
                },
                {
                  label: t('cilium.subnet.warm'),
                  value: <MeasureValue measure={subnet.warm} />,
                },
                {
                  label: t('cilium.subnet.usable'),
                  value: <MeasureValue measure={subnet.usable} />,
                },
                { label: t('drawer.nodesThere'), value: subnet.nodes },
              ]
            : []),
        ]}
      />
      {refused && (
        <Part title={t('drawer.refused')}>
          <Text as="p">{refused.text}</Text>
          <ul className={styles.list}>
            {refused.nodes.map(node => (
              <li key={node}>
                <ObjectLink kind="Node" name={node} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <SubnetHistory cluster={detail.row.name} subnet={name} />
      <FindingsAbout
        findings={detail.assessment?.findings ?? []}
        objects={[
          { kind: 'Subnet', name },
          ...(refused?.nodes ?? []).map(node => ({
            ...{ kind: 'Node' as const, name: node },
          })),
        ]}
      />
      <RelatedObjects
        objects={classes.map(one => ({
          ...{ kind: 'EC2NodeClass' as const, name: one.name },
        }))}
        links={[
          {
            title: t('drawer.vpcConsole', { id: name }),
            href: subnetConsoleUrl(detail.row.region, name),
          },
        ]}
      />
      {command && (
        <Part title={t('drawer.commands')}>
          <CopyCommand command={command} />
        </Part>
      )}
    </>
  );
}
