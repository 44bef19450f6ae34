import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { FleetPage } from '../FleetPage';
import { FollowPage } from '../FollowPage';
import { LedgerPage } from '../LedgerPage';
import { LoadingRows } from '../StateNotice';
import { StartWavePage, WavePage, WavesPage } from '../Waves';

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
      <Route path="/waves" element={<WavesPage />} />
      <Route path="/waves/new" element={<StartWavePage />} />
      <Route path="/waves/:id" element={<WavePage />} />
      <Route path="/*" element={<FleetPage />} />
    </Routes>
  );
}
