import { Route, Routes } from 'react-router-dom';
import { FleetPage } from '../FleetPage';
import { LedgerPage } from '../LedgerPage';

/** The pages below `/clusters`. */
export function ClustersRoutes() {
  return (
    <Routes>
      <Route path="/addresses" element={<LedgerPage />} />
      <Route path="/*" element={<FleetPage />} />
    </Routes>
  );
}
