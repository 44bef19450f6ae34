import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import styles from './ReadableTones.module.css';

/**
 * Wraps all content of this plugin. The secondary, warning and danger colours
 * of the theme have too little contrast for small text on cards, in the light
 * and the dark scheme; inside this element they are mixed with the text colour
 * until they can be read. Screen readers learn the language of the texts here,
 * because Backstage calls every page English.
 */
export function ReadableTones(props: {
  /**
   * `main` for a page of this plugin; tabs and cards are inside of one
   * already. `span` within a line.
   */
  as?: 'main' | 'div' | 'span';
  children: ReactNode;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const Element = props.as ?? 'div';
  return (
    <Element className={styles.tones} lang={t('format.locale')}>
      {props.children}
    </Element>
  );
}
