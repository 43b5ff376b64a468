import { commerceConformance } from '../commerce.conformance';
import { lightspeedTwin } from './conformance-twin';

commerceConformance('Lightspeed', () => lightspeedTwin());
