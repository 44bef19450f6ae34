import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useFormat } from './useFormat';

function Printed() {
  const { resourceLabel, formatNumber, formatMeasure } = useFormat();
  return (
    <output>
      {[
        resourceLabel('cpu'),
        resourceLabel('example.com/fpga'),
        formatNumber(4091),
        formatMeasure({ certainty: 'atMost', value: 1234 }).spoken,
      ].join(' | ')}
    </output>
  );
}

describe('useFormat', () => {
  it('names resources in words people use, and prints in the language of the texts', async () => {
    renderInTestApp(<Printed />);
    expect(await screen.findByRole('status')).toHaveTextContent(
      'vCPU | example.com/fpga | 4,091 | at most 1,234',
    );
  });
});
