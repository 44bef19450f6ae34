import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { FilterField } from './FilterField';

function render() {
  const onFilterChange = jest.fn();
  renderInTestApp(
    <FilterField filter="" onFilterChange={onFilterChange} isInvalid={false} />,
  );
  return onFilterChange;
}

describe('FilterField', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const setup = () =>
    userEvent.setup({
      advanceTimers: delay => jest.advanceTimersByTime(delay),
    });

  it('uses what is typed when typing pauses', async () => {
    const onFilterChange = render();
    await setup().type(await screen.findByRole('searchbox'), 'verdict:bad');
    expect(onFilterChange).not.toHaveBeenCalled();
    jest.advanceTimersByTime(300);
    expect(onFilterChange.mock.calls).toEqual([['verdict:bad']]);
  });

  it.each(['verdict:', 'env:dev OR', '"no free'])(
    'waits for the rest of %s until Enter or until the field is left',
    async text => {
      const onFilterChange = render();
      const user = setup();
      await user.type(await screen.findByRole('searchbox'), text);
      jest.advanceTimersByTime(60_000);
      expect(onFilterChange).not.toHaveBeenCalled();
      await user.keyboard('{Enter}');
      expect(onFilterChange).toHaveBeenLastCalledWith(text);
      await user.tab();
      expect(onFilterChange).toHaveBeenLastCalledWith(text);
    },
  );
});
