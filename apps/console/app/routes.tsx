import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { InboxRoute } from './inbox-route';
import { Shell } from './shell';
import { SignedIn } from './signed-in';

const SignInPage = lazy(() => import('../features/sign-in/sign-in-page').then((m) => ({ default: m.SignInPage })));
const SetupPage = lazy(() => import('../features/setup/setup-page').then((m) => ({ default: m.SetupPage })));
const LedgerPage = lazy(() => import('../features/ledger/ledger-page').then((m) => ({ default: m.LedgerPage })));
const ActionsPage = lazy(() => import('../features/actions/actions-page').then((m) => ({ default: m.ActionsPage })));
const AiTopicsPage = lazy(() => import('../features/ai/topics-page').then((m) => ({ default: m.AiTopicsPage })));
const SimulationsPage = lazy(() =>
  import('../features/simulations/simulations-page').then((m) => ({ default: m.SimulationsPage })),
);
const ProceduresPage = lazy(() =>
  import('../features/procedures/procedures-page').then((m) => ({ default: m.ProceduresPage })),
);
const ProcedurePage = lazy(() =>
  import('../features/procedures/procedure-page').then((m) => ({ default: m.ProcedurePage })),
);
const PolicyPage = lazy(() => import('../features/policies/policy-page').then((m) => ({ default: m.PolicyPage })));
const KnowledgePage = lazy(() =>
  import('../features/knowledge/knowledge-page').then((m) => ({ default: m.KnowledgePage })),
);
const ArticlePage = lazy(() => import('../features/knowledge/article-page').then((m) => ({ default: m.ArticlePage })));
const SettingsRoute = lazy(() => import('./settings-route').then((m) => ({ default: m.SettingsRoute })));

export function AppRoutes() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/setup" element={<SetupPage />} />
        <Route
          element={
            <SignedIn>
              <Shell />
            </SignedIn>
          }
        >
          <Route path="/inbox/:view/:ticketId?" element={<InboxRoute />} />
          <Route path="/incoming" element={<LedgerPage />} />
          <Route path="/actions" element={<ActionsPage />} />
          <Route path="/settings/ai" element={<AiTopicsPage />} />
          <Route path="/knowledge" element={<KnowledgePage />} />
          <Route path="/knowledge/:articleId" element={<ArticlePage />} />
          <Route path="/settings/ai/simulations" element={<SimulationsPage />} />
          <Route path="/settings/procedures" element={<ProceduresPage />} />
          <Route path="/settings/procedures/:name" element={<ProcedurePage />} />
          <Route path="/settings/rules" element={<PolicyPage />} />
          <Route path="/settings" element={<SettingsRoute />} />
          <Route path="*" element={<Navigate to="/inbox/all" replace />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
