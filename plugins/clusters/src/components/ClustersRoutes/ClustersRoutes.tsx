import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { FleetPage } from '../FleetPage';
import { FollowPage } from '../FollowPage';
import { LedgerPage } from '../LedgerPage';
import { LoadingRows } from '../StateNotice';

// It holds all rules, which no other page needs.
const ReplayPage = lazy(() => import('../ReplayPage'));

/** The pages below `/clusters`. */
export function ClustersRoutes() {
  return (
    <Routes>
      <Route path="/addresses" element={<LedgerPage />} />
      <Route
        path="/replay"
        element={
          <Suspense fallback={<LoadingRows />}>
            <ReplayPage />
          </Suspense>
        }
      />
      <Route path="/changes" element={<FollowPage />} />
      <Route path="/*" element={<FleetPage />} />
    </Routes>
  );
}
