import { useState } from 'react';
import { TextField } from '@backstage/ui';

/** A list of words in one line, separated by spaces or commas. */
export function WordsField(props: {
  label: string;
  description: string;
  placeholder?: string;
  words: string[] | undefined;
  onChange: (words: string[] | undefined) => void;
}) {
  // The field keeps the text as typed; the value is the list of words in it.
  const [text, setText] = useState(props.words?.join(' ') ?? '');
  return (
    <TextField
      label={props.label}
      description={props.description}
      placeholder={props.placeholder}
      value={text}
      validationBehavior="aria"
      onChange={value => {
        setText(value);
        const words = value.split(/[\s,]+/).filter(Boolean);
        props.onChange(words.length > 0 ? words : undefined);
      }}
    />
  );
}
