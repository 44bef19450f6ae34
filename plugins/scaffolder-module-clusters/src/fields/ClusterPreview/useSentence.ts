import { useEffect } from 'react';

/**
 * Makes the sentence of a preview the value of its field, so that the
 * scaffolder's own summary shows it too. Without a preview the value is the
 * empty text and not absent, because the scaffolder validates no field whose
 * value is absent, and would let a refused cluster through.
 */
export function useSentence(
  sentence: string | undefined,
  value: string | undefined,
  onChange: (sentence: string) => void,
): void {
  const wanted = sentence ?? '';
  useEffect(() => {
    if (value !== wanted) {
      onChange(wanted);
    }
  }, [value, wanted, onChange]);
}
