import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiCloseCircleLine, RiSearch2Line } from '@remixicon/react';
import {
  type FleetRow,
  parseFleetFilter,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { completionsOf } from './completionsOf';
import styles from './FleetFilter.module.css';

/** How long typing must pause before the fleet is asked. */
const TYPING_PAUSE_MS = 300;

/**
 * Whether the filter is clearly not finished: it ends in `env:`, or a quote is
 * open.
 */
function isUnfinished(text: string): boolean {
  return parseFleetFilter(text).problems.some(({ unfinished }) => unfinished);
}

function Options(props: {
  id: string;
  words: string[];
  chosen: number | undefined;
  onChoose: (word: string) => void;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ul
      id={props.id}
      role="listbox"
      aria-label={t('fleet.completions')}
      className={styles.options}
    >
      {props.words.map((word, index) => (
        // The keys of the field choose and take over; the mouse is a shortcut.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={word}
          id={`${props.id}-${index}`}
          role="option"
          aria-selected={index === props.chosen}
          className={styles.option}
          // The field must keep the focus, or leaving it would apply the line.
          onMouseDown={event => event.preventDefault()}
          onClick={() => props.onChoose(word)}
        >
          {word}
        </li>
      ))}
    </ul>
  );
}

/**
 * The filter line, with words to complete it. It applies when typing pauses,
 * unless a word is clearly not finished. Enter, and leaving the field, apply the
 * line as it is.
 */
export function FilterField(props: {
  filter: string;
  onFilterChange: (filter: string) => void;
  isInvalid: boolean;
  /** Clusters whose values are suggested. */
  rows: readonly FleetRow[];
}) {
  const { filter, onFilterChange, isInvalid, rows } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filter);
  const [cursor, setCursor] = useState(filter.length);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const pending = useRef<ReturnType<typeof setTimeout>>();

  // A change from outside (a count, the back button) replaces what is typed.
  useEffect(() => setText(filter), [filter]);
  useEffect(() => () => clearTimeout(pending.current), []);

  const { start, end, words } = completionsOf(text, cursor, rows);
  const isShown = isOpen && words.length > 0;

  const apply = (value: string) => {
    clearTimeout(pending.current);
    setOpen(false);
    setChosen(undefined);
    if (value.trim() !== filter) {
      onFilterChange(value.trim());
    }
  };
  const type = (value: string, at: number) => {
    setText(value);
    setCursor(at);
    setOpen(true);
    setChosen(undefined);
    clearTimeout(pending.current);
    if (!isUnfinished(value)) {
      pending.current = setTimeout(() => {
        if (value.trim() !== filter) {
          onFilterChange(value.trim());
        }
      }, TYPING_PAUSE_MS);
    }
  };
  const complete = (word: string) => {
    const isKey = word.endsWith(':');
    const head = `${text.slice(0, start)}${word}${isKey ? '' : ' '}`;
    type(head + text.slice(end).trimStart(), head.length);
    // React sets the value after this; then the cursor would be at its end.
    requestAnimationFrame(() =>
      input.current?.setSelectionRange(head.length, head.length),
    );
  };
  const choose = (step: 1 | -1) => {
    setOpen(true);
    const from = chosen ?? (step === 1 ? -1 : 0);
    setChosen((from + step + words.length) % words.length);
  };
  const press = (event: KeyboardEvent) => {
    const word = isShown && chosen !== undefined ? words[chosen] : undefined;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (words.length > 0) {
        choose(event.key === 'ArrowDown' ? 1 : -1);
      }
    } else if (event.key === 'Escape' && isShown) {
      setOpen(false);
      setChosen(undefined);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && word) {
      event.preventDefault();
      complete(word);
    } else if (event.key === 'Enter') {
      apply(text);
    }
  };
  const follow = () => setCursor(input.current?.selectionStart ?? text.length);

  return (
    <div className={styles.field} data-invalid={isInvalid || undefined}>
      <RiSearch2Line size={16} aria-hidden="true" />
      <input
        ref={input}
        role="combobox"
        aria-label={t('fleet.filterLabel')}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? id : undefined}
        aria-activedescendant={
          isShown && chosen !== undefined ? `${id}-${chosen}` : undefined
        }
        aria-invalid={isInvalid}
        className={styles.input}
        placeholder={t('fleet.filterPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={text}
        onChange={event =>
          type(
            event.target.value,
            event.target.selectionStart ?? event.target.value.length,
          )
        }
        onKeyDown={press}
        onKeyUp={follow}
        onClick={follow}
        onBlur={() => apply(text)}
      />
      {text && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('fleet.clearFilter')}
          onMouseDown={event => event.preventDefault()}
          onClick={() => {
            setText('');
            apply('');
          }}
        >
          <RiCloseCircleLine size={16} aria-hidden="true" />
        </button>
      )}
      {isShown && (
        <Options id={id} words={words} chosen={chosen} onChoose={complete} />
      )}
    </div>
  );
}
