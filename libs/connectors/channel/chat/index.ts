export { chat } from './chat.connector';
