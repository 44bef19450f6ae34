import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Check,
  type ChecklistEntry,
  type CheckState,
  type Finding,
  reasonWithoutCommand,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { CopyCommand } from '../CopyCommand';
import { FindingLink } from '../FindingLink';
import styles from './Checklist.module.css';

const SIGNS: Record<CheckState, string> = {
  ...{ pass: '●', fired: '▲', unknown: '○', notApplicable: '–' },
};

/** A point of the checklist; opened, it says why and what to look at. */
export function ChecklistPoint(
  props: Pick<ChecklistEntry, 'id' | 'state'> & {
    /** In few words. */
    isShort: boolean;
    check?: Check;
    findings: readonly Finding[];
  },
) {
  const { id, state, isShort, check, findings } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const point = t(`checklist.points.${id}`);
  const outcome = state !== 'pass' && t(`checklist.states.${state}`);
  const reason = check && reasonWithoutCommand(check);
  return (
    <li data-state={state}>
      <details className={styles.point}>
        <summary>
          <span aria-hidden="true" className={styles.sign}>
            {SIGNS[state]}
          </span>{' '}
          {isShort ? t(`checklist.short.${id}`) : point}{' '}
          {outcome && <span className={styles.quiet}>{outcome}</span>}
        </summary>
        <div className={styles.opened}>
          <div>
            {isShort
              ? [`${point}: ${t(`checklist.states.${state}`)}`, reason]
                  .filter(Boolean)
                  .join(' · ')
              : reason}
          </div>
          {findings.map(finding => (
            <div key={finding.id}>
              <FindingLink finding={finding} />
            </div>
          ))}
          {check?.command && <CopyCommand command={check.command} />}
        </div>
      </details>
    </li>
  );
}
