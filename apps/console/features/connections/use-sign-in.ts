import type { BeginSignInBody, BeginSignInRequest } from '@satchel/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../lib/api';

/** Leaves for the provider's page; the browser comes back to the settings. */
export function useSignIn() {
  return useMutation({
    mutationFn: (request: BeginSignInRequest) => api.post<BeginSignInBody>('/connections/oauth', request),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}
