import type { ReactNode } from 'react';
import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type Finding, subjectsOf } from '@clusterworks/plugin-clusters-common';
import type { KubernetesName, ObjectName } from '../../hooks/useOpenObject';
import { clustersTranslationRef } from '../../translation';
import { CopyCommand } from '../CopyCommand';
import { FindingLink } from '../FindingLink';
import { ObjectLink } from '../ObjectLink';
import { kubectlCommands } from './kubectlCommands';
import styles from './ObjectDrawer.module.css';

/** A titled part of a drawer. */
export function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <Text as="h4" variant="body-small" color="secondary">
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}

/** The findings about one of these objects, the worst first. */
export function FindingsAbout(props: {
  findings: readonly Finding[];
  objects: readonly ObjectName[];
}) {
  const { findings, objects } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const about = findings.filter(finding =>
    subjectsOf(finding).listed.some(subject =>
      objects.some(
        ({ kind, name }) =>
          name === subject.name &&
          // The node of Cilium has the name of the node.
          (kind === subject.kind ||
            (kind === 'Node' && subject.kind === 'CiliumNode')),
      ),
    ),
  );
  if (about.length === 0) {
    return null;
  }
  return (
    <Part title={t('drawer.findings')}>
      <ul className={styles.list}>
        {about.map(finding => (
          <li key={finding.id} className={styles.finding}>
            <FindingLink finding={finding} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Objects that belong to the one that is shown; each opens. */
export function RelatedObjects(props: {
  objects: readonly (ObjectName | undefined)[];
  links?: readonly { title: string; href: string | undefined }[];
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const objects = props.objects.flatMap(object => object ?? []);
  const links = (props.links ?? []).flatMap(({ title, href }) =>
    href ? { title, href } : [],
  );
  if (objects.length + links.length === 0) {
    return null;
  }
  return (
    <Part title={t('drawer.related')}>
      <ul className={styles.related}>
        {objects.map(({ kind, name }) => (
          <li key={`${kind} ${name}`}>
            <ObjectLink kind={kind} name={name} text={`${kind} ${name}`} />
          </li>
        ))}
        {links.map(({ title, href }) => (
          <li key={href}>
            <Link variant="body-small" href={href}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Commands that look at the object. */
export function Commands(props: { object: KubernetesName }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const commands = kubectlCommands(props.object);
  if (commands.length === 0) {
    return null;
  }
  return (
    <Part title={t('drawer.commands')}>
      {commands.map(command => (
        <CopyCommand key={command} command={command} />
      ))}
    </Part>
  );
}
