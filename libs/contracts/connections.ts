export interface ConnectionHealth {
  state: 'unknown' | 'ok' | 'failing';
  message: string | null;
  checkedAt: string | null;
}

export interface ConnectionBody {
  id: string;
  kind: string;
  connectorId: string;
  label: string;
  address: string | null;
  enabled: boolean;
  health: ConnectionHealth;
}

/** One field of a connector's settings form, drawn from its credentials class. */
export interface ConnectorFieldBody {
  name: string;
  label: string;
  type: 'text' | 'secret' | 'number' | 'boolean' | 'url';
  required: boolean;
  help: string | null;
}

export interface ConnectorBody {
  id: string;
  kind: string;
  label: string;
  fields: ConnectorFieldBody[];
}

export interface CreateConnectionRequest {
  connectorId: string;
  label: string;
  address?: string;
  credentials: Record<string, unknown>;
}
