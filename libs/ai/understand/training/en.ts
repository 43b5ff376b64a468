import { enOrders } from './en-orders';
import { enRest } from './en-rest';
import type { TrainingText } from './training-text';

export const en: TrainingText = { ...enOrders, ...enRest };
