import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router-dom';
import { memo } from 'react';
import { RoutedLink } from './RoutedLink';
import { RoutedLinks } from './RoutedLinks';

const rendered = jest.fn();

const Links = memo(function SomeLinks() {
  rendered();
  return <RoutedLink to="/catalog/orders">orders</RoutedLink>;
});

function Page() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  return (
    <>
      <p>{`at ${pathname}${search}`}</p>
      <button onClick={() => navigate('?filter=env:prod')}>Filter</button>
      <RoutedLinks>
        <Links />
      </RoutedLinks>
    </>
  );
}

function show(basename = '/') {
  const entry = `${basename.replace(/\/$/, '')}/clusters`;
  render(
    <MemoryRouter basename={basename} initialEntries={[entry]}>
      <Page />
    </MemoryRouter>,
  );
  return screen.getByRole('link', { name: 'orders' });
}

describe('RoutedLinks', () => {
  it('opens a page by the router, in a portal below a path', () => {
    const link = show('/portal');
    expect(link).toHaveAttribute('href', '/portal/catalog/orders');
    const isLeftToBrowser = fireEvent.click(link);
    expect(isLeftToBrowser).toBe(false);
    expect(screen.getByText('at /catalog/orders')).toBeInTheDocument();
  });

  it.each([
    ['ctrl', { ctrlKey: true }],
    ['meta', { metaKey: true }],
    ['shift', { shiftKey: true }],
    ['alt', { altKey: true }],
    ['the middle button', { button: 1 }],
  ])('leaves a click with %s to the browser', (_what, click) => {
    const link = show();
    expect(fireEvent.click(link, click)).toBe(true);
    expect(screen.getByText('at /clusters')).toBeInTheDocument();
  });

  it('renders no link because the URL has another filter', () => {
    show();
    rendered.mockClear();
    fireEvent.click(screen.getByRole('button', { name: 'Filter' }));
    expect(
      screen.getByText('at /clusters?filter=env:prod'),
    ).toBeInTheDocument();
    expect(rendered).not.toHaveBeenCalled();
    // It still opens its page.
    fireEvent.click(screen.getByRole('link', { name: 'orders' }));
    expect(screen.getByText('at /catalog/orders')).toBeInTheDocument();
  });
});
