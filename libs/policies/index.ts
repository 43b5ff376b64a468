export { decide, type Policy } from './decide/decide';
export type { PolicyActor, PolicyFacts } from './decide/facts';
export { moneyWords } from './decide/money-limit';
export { PoliciesModule } from './policies.module';
export { DEFAULT_POLICY } from './policy/policy.defaults';
export { PolicyService } from './policy/policy.service';
