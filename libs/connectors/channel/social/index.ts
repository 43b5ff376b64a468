export { social } from './social.connector';
