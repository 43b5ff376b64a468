/** One row of the event log. `cursor` resumes after it. */
export interface LoggedEvent {
  id: string;
  cursor: string;
  type: string;
  workspaceId: string;
  ticketId: string | null;
  actor: { kind: string; id: string | null };
  payload: unknown;
  requestId: string | null;
  at: Date;
}
