/** `GET|PATCH /api/v1/desk/settings`. */
export interface DeskSettingsBody {
  /** A short word that a new message arrived; off by default, and never to anybody who cannot be proven or known. */
  acknowledge: { enabled: boolean; subject: string; text: string };
  /** How long a reply can be taken back, 0 to 30, for whoever chose nothing else. */
  undoSeconds: number;
}
