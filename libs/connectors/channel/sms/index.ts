export { sms } from './sms.connector';
