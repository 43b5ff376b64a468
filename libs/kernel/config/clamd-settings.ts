import { ConfigError } from './config-error';

/** The virus scanner that looks at files: at a host and port, or at a socket of this machine. */
export interface ClamdSettings {
  host: string | null;
  port: number;
  socket: string | null;
  /** A file that was not scanned yet is given to nobody. */
  required: boolean;
}

interface Given {
  clamdHost: string | null;
  clamdPort: number;
  clamdSocket: string | null;
  clamdRequired: boolean;
}

/** Null: no scanner. To require one that is not named would keep every file from everybody: refused. */
export function clamdSettingsOf(config: Given): ClamdSettings | null {
  const { clamdHost: host, clamdPort: port, clamdSocket: socket, clamdRequired: required } = config;
  if (host !== null || socket !== null) return { host, port, socket, required };
  if (required) throw new ConfigError('CLAMD_REQUIRED needs a scanner: give CLAMD_HOST or CLAMD_SOCKET as well.');
  return null;
}
