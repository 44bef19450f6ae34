import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  cidrsOverlap,
  formatCidr,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';
import { clusterFormTranslationRef } from '../../translation';
import { AddressBar } from './AddressBar';
import type { AddressBlock } from './addressBlocks';
import type { AddressBox } from './boxesOf';
import { shortName } from './cidrNames';
import { moveFocus } from './moveFocus';
import { useBlockWords } from './useBlockWords';
import styles from './ClusterCidr.module.css';

/** Names that a box shows; the rest is counted. */
const MAX_NAMES = 3;

function Names(props: { blocks: AddressBlock[]; chosen: boolean }) {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const more = props.blocks.length - MAX_NAMES;
  return (
    <>
      {props.chosen && (
        <span className={styles.name} data-kind="chosen">
          {t('cidr.chosenHere')}
        </span>
      )}
      {props.blocks.slice(0, MAX_NAMES).map(({ cidr, kind, name }) => (
        <span
          key={`${cidr.first}/${cidr.prefix} ${kind} ${name}`}
          className={styles.name}
          data-kind={kind}
        >
          {name} <span className={styles.prefix}>/{cidr.prefix}</span>
        </span>
      ))}
      {more > 0 && <span className={styles.name}>+{more}</span>}
    </>
  );
}

/** Parts of the address space; a click chooses a free one or opens it. */
export function AddressBoxes(props: {
  window: Cidr;
  boxes: AddressBox[];
  chosen: Cidr | undefined;
  isDisabled?: boolean;
  onChoose(cidr: Cidr): void;
  onOpen(cidr: Cidr): void;
}) {
  const { window, boxes, chosen, onChoose, onOpen } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const wordsOf = useBlockWords();
  const isChosen = ({ cidr }: AddressBox) =>
    chosen !== undefined && cidrsOverlap(cidr, chosen);
  const labelOf = ({ cidr, blocks, action }: AddressBox) => {
    const content = blocks.map(wordsOf).join(', ') || t('cidr.empty');
    const text = { cidr: formatCidr(cidr), content };
    switch (action) {
      case 'choose':
        return t('cidr.choose', text);
      case 'open':
        return t('cidr.open', text);
      default:
        return t('cidr.full', text);
    }
  };
  const press = ({ cidr, action }: AddressBox) => {
    if (action === 'choose') {
      onChoose(cidr);
    } else if (action === 'open') {
      onOpen(cidr);
    }
  };
  const reached = Math.max(0, boxes.findIndex(isChosen));
  return (
    // The arrow keys only move the focus among the buttons.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.boxes}
      role="group"
      aria-label={t('cidr.blocks', { range: formatCidr(window) })}
      onKeyDown={moveFocus}
    >
      {boxes.map((box, index) => (
        <button
          key={box.cidr.first}
          type="button"
          className={styles.box}
          data-action={box.action}
          aria-label={labelOf(box)}
          aria-pressed={box.action === 'choose' ? isChosen(box) : undefined}
          aria-disabled={props.isDisabled || box.action === 'none'}
          tabIndex={index === reached ? 0 : -1}
          title={labelOf(box)}
          onClick={() => !props.isDisabled && press(box)}
        >
          <span className={styles.address}>{shortName(box.cidr)}</span>
          <AddressBar within={box.cidr} blocks={box.blocks} chosen={chosen} />
          <Names blocks={box.blocks} chosen={isChosen(box)} />
        </button>
      ))}
    </div>
  );
}
