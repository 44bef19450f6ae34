import { Alert, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BlastRadius,
  Measure,
} from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';
import { Fact } from './Fact';
import { HeldPods } from './HeldPods';
import { useMeasureText } from './useMeasureText';
import styles from './ClusterChangeReview.module.css';

function isNone(measure: Measure): boolean {
  return measure.certainty === 'exact' && measure.value === 0;
}

/** Whether neither Karpenter nor Terraform replaces anything that is known. */
function isCalm({ nodes, terraform }: BlastRadius): boolean {
  return isNone(nodes) && ['nothing', 'inPlace'].includes(terraform.state);
}

function useFacts(radius: BlastRadius) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { say, sayTime } = useMeasureText();
  const { formatNumber, formatTime } = useFormat();
  const { addresses, terraform } = radius;
  const causes = radius.causes.map(
    ({ reason, object, fields, nodes, undecided, why = '' }) =>
      [
        `${reason}, ${object} (${fields.join(', ')}): ${say(nodes)}`,
        ...(undecided > 0 ? [t('blast.open', { count: undecided, why })] : []),
      ].join('; '),
  );
  const paces = radius.paces.map(({ nodePool, nodes, atOnce, seconds }) =>
    t('blast.pace', {
      pool: nodePool,
      nodes: formatNumber(nodes),
      atOnce: say(atOnce),
      time: sayTime(seconds),
    }),
  );
  const removed = radius.removedPools.map(({ name, nodes }) =>
    t('blast.removed', { pool: name, nodes: say(nodes) }),
  );
  const behaviour = radius.behaviour.map(({ object, field }) =>
    t('blast.behaviour', { object, field }),
  );
  const room =
    addresses.state === 'notNeeded'
      ? []
      : [
          t('blast.room', {
            needed: say(addresses.needed),
            room: say(addresses.room),
          }),
        ];
  return [
    {
      name: t('blast.nodes'),
      value: say(radius.nodes),
      more: [...causes, ...removed, ...behaviour],
    },
    { name: t('blast.pods'), value: say(radius.pods) },
    { name: t('blast.held'), value: say(radius.heldTotal) },
    { name: t('blast.time'), value: sayTime(radius.seconds), more: paces },
    {
      name: t('blast.addresses'),
      value: t(`blast.addressStates.${addresses.state}`),
      more: room,
    },
    ...(radius.freeze
      ? [
          {
            name: t('blast.frozen'),
            value: t('blast.expiring', {
              until: formatTime(radius.freeze.until),
              nodes: say(radius.freeze.expiringTotal),
            }),
            more: [
              ...radius.freeze.expiring.map(({ node, at }) =>
                t('blast.expires', { node, at: formatTime(at) }),
              ),
              t('blast.goAnyway'),
            ],
          },
        ]
      : []),
    {
      name: t('blast.terraform'),
      value: t(`blast.terraformStates.${terraform.state}`),
      more: terraform.parts.map(
        ({ field, effect, what }) =>
          `${field}: ${t(`blast.terraformStates.${effect}`)}, ${what}`,
      ),
    },
  ];
}

/** The sentence of the section; what is unknown is never called harmless. */
function useSentence(radius: BlastRadius): string {
  const { nodes, alreadyDrifted } = radius;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { say } = useMeasureText();
  if (nodes.certainty === 'unknown') {
    return t('blast.unknown', { reason: nodes.reason });
  }
  if (isNone(nodes)) {
    return isCalm(radius) ? t('blast.none') : t('blast.noneByKarpenter');
  }
  const sentence = t('blast.some', { nodes: say(nodes) });
  return alreadyDrifted > 0
    ? `${sentence} ${t('blast.already', { count: alreadyDrifted })}`
    : sentence;
}

/** What the change does to the nodes that run now. */
export function BlastRadiusSection(props: { radius: BlastRadius }) {
  const { radius } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatTime } = useFormat();
  const facts = useFacts(radius);
  const sentence = useSentence(radius);
  const isShort = radius.addresses.state === 'short';
  return (
    <section aria-label={t('blast.title')}>
      <Alert
        status={isCalm(radius) ? 'info' : 'warning'}
        icon
        title={sentence}
        description={isShort ? t('blast.short') : undefined}
      />
      <table className={styles.fields} aria-label={t('blast.title')}>
        <tbody>
          {facts.map(fact => (
            <Fact key={fact.name} {...fact} />
          ))}
        </tbody>
      </table>
      <HeldPods held={radius.held} />
      <Text as="p" variant="body-small" color="secondary">
        {radius.observedAt
          ? t('blast.observed', {
              time: formatTime(radius.observedAt),
            })
          : t('blast.notObserved')}
      </Text>
    </section>
  );
}
