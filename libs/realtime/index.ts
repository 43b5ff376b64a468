export { realtimeEntities, RealtimeModule } from './realtime.module';
