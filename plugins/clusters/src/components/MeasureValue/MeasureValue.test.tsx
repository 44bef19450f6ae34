import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { MeasureValue } from './MeasureValue';

describe('MeasureValue', () => {
  it('shows a bound as a bound, and reads it aloud in words', async () => {
    renderInTestApp(
      <MeasureValue measure={{ certainty: 'atLeast', value: 412 }} />,
    );
    expect(await screen.findByText('≥ 412')).toHaveAttribute(
      'aria-hidden',
      'true',
    );
    expect(screen.getByText('at least 412')).toBeInTheDocument();
  });

  it('says why a value is unknown, and shows no number', async () => {
    renderInTestApp(
      <MeasureValue
        measure={{ certainty: 'unknown', reason: 'nodes: forbidden' }}
      />,
    );
    expect(await screen.findByText('—')).toBeInTheDocument();
    expect(screen.getByTitle('unknown: nodes: forbidden')).toBeInTheDocument();
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });
});
