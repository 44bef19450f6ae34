import { useOpenObject, DRAWER_KINDS } from '../../hooks/useOpenObject';
import styles from './ObjectLink.module.css';

/**
 * The name of an object, which opens its drawer. Objects of a kind that has no
 * drawer are named only.
 */
export function ObjectLink(props: {
  kind: string;
  name: string;
  /** Another text than the name. */
  text?: string;
}) {
  const { kind, name, text = name } = props;
  const [open, setOpen] = useOpenObject();
  const known = DRAWER_KINDS.find(one => one === kind);
  if (!known || !name) {
    return <>{text}</>;
  }
  return (
    <button
      type="button"
      className={styles.link}
      aria-haspopup="dialog"
      aria-expanded={open?.kind === known && open.name === name}
      onClick={() => setOpen({ kind: known, name })}
    >
      {text}
    </button>
  );
}
