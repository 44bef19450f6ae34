import { render, screen } from '@testing-library/react';
import { ShortName } from './ShortName';

describe('ShortName', () => {
  it('has the whole name on hover and for screen readers', () => {
    const name =
      'payments-production-eu-central-1-with-a-name-of-63-characters-x';
    render(
      <a href="#there">
        <ShortName name={name} />
      </a>,
    );
    expect(screen.getByRole('link', { name })).toBeInTheDocument();
    expect(screen.getByTitle(name)).toHaveTextContent(name);
  });
});
