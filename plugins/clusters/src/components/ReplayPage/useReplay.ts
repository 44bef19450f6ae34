import { useRef, useState } from 'react';
import { useClustersApi } from '../../hooks/useClustersApi';
import { judgeCapture, type Replay } from '../../replay/judgeCapture';
import { readCaptureFiles } from '../../replay/readCaptureFiles';

const MAX_REASON = 500;

/** What is known of the files that were opened last. */
export type ReplayState =
  | { state: 'empty' }
  | { state: 'judging' }
  | { state: 'failed'; reason: string }
  | { state: 'open'; replay: Replay };

// A change of the theme makes Backstage begin the page anew; the capture stays
// open. By the portal's client, like the answers of the backend.
const opened = new WeakMap<object, ReplayState>();

/** Opens captures, one after the other. */
export function useReplay(): {
  current: ReplayState;
  open(files: readonly File[]): void;
  close(): void;
} {
  const owner = useClustersApi();
  const [current, setCurrent] = useState<ReplayState>(
    () => opened.get(owner) ?? { state: 'empty' },
  );
  // The files that were chosen last win, whichever are judged first.
  const newest = useRef(0);

  async function open(files: readonly File[]): Promise<void> {
    newest.current += 1;
    const turn = newest.current;
    const show = (next: ReplayState) => {
      if (newest.current === turn) {
        opened.delete(owner);
        if (next.state === 'open') {
          opened.set(owner, next);
        }
        setCurrent(next);
      }
    };
    show({ state: 'judging' });
    try {
      const replay = await judgeCapture(await readCaptureFiles(files));
      show({ state: 'open', replay });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      show({ state: 'failed', reason: reason.slice(0, MAX_REASON) });
    }
  }

  return {
    current,
    open: files => {
      if (files.length > 0) {
        void open(files);
      }
    },
    close() {
      newest.current += 1;
      opened.delete(owner);
      setCurrent({ state: 'empty' });
    },
  };
}
