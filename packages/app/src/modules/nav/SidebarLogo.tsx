import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';

const markPaths = [
  'M12 3 19.8 7.5v9L12 21l-7.8-4.5v-9z',
  'M12 8.2 15.3 10v4L12 15.8 8.7 14v-4z',
];

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 24 24" fill="none" aria-hidden>
      <path d={markPaths[0]} stroke="#7fd1ff" strokeWidth="1.8" />
      <path d={markPaths[1]} fill="#7fd1ff" />
    </svg>
  );
}

/** The mark of the portal, with its name while the sidebar is open. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <div
      style={{
        height: 2 * sidebarConfig.logoHeight,
        display: 'flex',
        alignItems: 'center',
        paddingLeft: 22,
      }}
    >
      <Link to="/clusters" underline="none" aria-label="Clusters">
        <span
          style={{
            display: 'flex',
            alignItems: 'center',
            gap: 12,
            color: '#fff',
          }}
        >
          <Mark />
          {isOpen && <strong style={{ fontSize: 18 }}>Clusterworks</strong>}
        </span>
      </Link>
    </div>
  );
}
