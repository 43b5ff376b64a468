export { email } from './email.connector';
