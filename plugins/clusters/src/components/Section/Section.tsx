import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import styles from './Section.module.css';

/** A card with a title, and secondary text beside it. */
export function Section(props: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card>
      <CardHeader>
        <div className={styles.header}>
          <Text as="h3" variant="title-x-small">
            {props.title}
          </Text>
          {props.aside}
        </div>
      </CardHeader>
      <CardBody>{props.children}</CardBody>
    </Card>
  );
}
