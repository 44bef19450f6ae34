import { renderHook } from '@testing-library/react';
import { useSentence } from './useSentence';

describe('useSentence', () => {
  it.each([
    [
      'a field without a value, before there is a preview',
      undefined,
      undefined,
      [''],
    ],
    ['a field that is empty already', undefined, '', []],
    ['a new preview', 'One cluster', '', ['One cluster']],
    ['the same preview', 'One cluster', 'One cluster', []],
    ['a preview that is gone', undefined, 'One cluster', ['']],
  ])('sets the value of %s', (_, sentence, value, expected) => {
    const onChange = jest.fn();
    renderHook(() => useSentence(sentence, value, onChange));
    expect(onChange.mock.calls.flat()).toEqual(expected);
  });
});
