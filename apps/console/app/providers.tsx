import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { ApiError } from '../lib/api';
import { cssVariables, theme } from '../ui/theme';
import { ErrorBoundary } from '../ui/error-boundary';

const KEPT_MS = 30 * 60_000;
const RETRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // The socket says what changed; coming back to the window is no news.
      staleTime: Infinity,
      gcTime: KEPT_MS,
      refetchOnWindowFocus: false,
      retry: (failures, error) =>
        failures < RETRIES && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          {/* Keys repeat faster than a transition settles; each must see the page that the one before it opened. */}
          <BrowserRouter useTransitions={false}>{children}</BrowserRouter>
        </QueryClientProvider>
      </ErrorBoundary>
      <Notifications position="bottom-right" limit={4} />
    </MantineProvider>
  );
}
