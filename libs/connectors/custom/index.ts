import type { Connector } from '../port';
import { customHttp } from './http/http.connector';
import { customMcp } from './mcp/mcp.connector';

/** Every way to a system of the merchant's own choosing; adding one is its folder and one line here. */
export const customConnectors: readonly Connector<'custom'>[] = [customHttp, customMcp];
