import type { Connector } from '../port';
import { dhl } from './dhl/dhl.connector';
import { fedex } from './fedex/fedex.connector';
import { shipengine } from './shipengine/shipengine.connector';
import { ups } from './ups/ups.connector';
import { usps } from './usps/usps.connector';

/** Every carrier; adding one is its folder and one line here. */
export const carrierConnectors: readonly Connector<'carrier'>[] = [ups, fedex, usps, dhl, shipengine];
