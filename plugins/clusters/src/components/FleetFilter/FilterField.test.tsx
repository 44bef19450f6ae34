import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fleetRows } from '../../__testUtils__/fixtures';
import { FilterField } from './FilterField';

function render() {
  const onFilterChange = jest.fn();
  renderInTestApp(
    <FilterField
      filter=""
      onFilterChange={onFilterChange}
      isInvalid={false}
      rows={fleetRows}
    />,
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
    await setup().type(await screen.findByRole('combobox'), 'verdict:bad');
    expect(onFilterChange).not.toHaveBeenCalled();
    jest.advanceTimersByTime(300);
    expect(onFilterChange.mock.calls).toEqual([['verdict:bad']]);
  });

  it.each(['verdict:', 'env:dev OR', '"no free'])(
    'waits for the rest of %s until Enter or until the field is left',
    async text => {
      const onFilterChange = render();
      const user = setup();
      await user.type(await screen.findByRole('combobox'), text);
      jest.advanceTimersByTime(60_000);
      expect(onFilterChange).not.toHaveBeenCalled();
      await user.keyboard('{Enter}');
      expect(onFilterChange).toHaveBeenLastCalledWith(text);
      await user.tab();
      expect(onFilterChange).toHaveBeenLastCalledWith(text);
    },
  );

  it('completes key and value with the keys alone', async () => {
    const onFilterChange = render();
    const user = setup();
    const field = await screen.findByRole('combobox');
    await user.type(field, 'env');
    const list = screen.getByRole('listbox');
    expect(field).toHaveAttribute('aria-controls', list.id);
    await user.keyboard('{ArrowDown}');
    const option = screen.getByRole('option', { name: 'env:' });
    expect(option).toHaveAttribute('aria-selected', 'true');
    expect(field).toHaveAttribute('aria-activedescendant', option.id);
    await user.keyboard('{Tab}');
    expect(field).toHaveValue('env:');
    await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(field).toHaveValue('env:prod ');
    expect(field).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(onFilterChange).toHaveBeenLastCalledWith('env:prod');
  });

  it('completes with the mouse, and keeps the focus', async () => {
    render();
    const user = setup();
    const field = await screen.findByRole('combobox');
    await user.type(field, 'finding:nodepool-lim');
    await user.click(
      screen.getByRole('option', { name: 'finding:nodepool-limit' }),
    );
    expect(field).toHaveValue('finding:nodepool-limit ');
    expect(field).toHaveFocus();
  });

  it('leaves Tab alone while no word is chosen', async () => {
    render();
    const user = setup();
    const field = await screen.findByRole('combobox');
    await user.type(field, 'env');
    await user.tab();
    expect(field).not.toHaveFocus();
  });
});
