/** The one application that the simulated vendors know. */
export const CLIENT = { id: 'sandbox-id', secret: 'sandbox-secret' };
