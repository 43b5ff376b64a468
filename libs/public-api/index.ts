export { IdempotencyEntity } from './idempotency/idempotency.entity';
export { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
export { PublicApiModule } from './public-api.module';
export { mountApiReference } from './reference/mount';
