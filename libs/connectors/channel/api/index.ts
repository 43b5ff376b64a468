export { api } from './api.connector';
