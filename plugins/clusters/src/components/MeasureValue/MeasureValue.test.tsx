import { render, screen } from '@testing-library/react';
import { MeasureValue } from './MeasureValue';

describe('MeasureValue', () => {
  it('shows a bound as a bound, and reads it aloud in words', () => {
    render(<MeasureValue measure={{ certainty: 'atLeast', value: 412 }} />);
    expect(screen.getByText('≥ 412')).toHaveAttribute('aria-hidden', 'true');
    expect(screen.getByText('at least 412')).toBeInTheDocument();
  });

  it('says why a value is unknown, and shows no number', () => {
    render(
      <MeasureValue
        measure={{ certainty: 'unknown', reason: 'nodes: forbidden' }}
      />,
    );
    expect(screen.getByText('—')).toBeInTheDocument();
    expect(screen.getByTitle('unknown: nodes: forbidden')).toBeInTheDocument();
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });
});
