export { whatsapp } from './whatsapp.connector';
