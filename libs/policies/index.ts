export { decide, type Policy } from './decide/decide';
export type { Gift, Given, GivenBy, PolicyActor, PolicyFacts } from './decide/facts';
export { NOTHING_GIVEN } from './decide/nothing-given';
export { moneyWords } from './decide/money-limit';
export { PoliciesModule } from './policies.module';
export { complete, DEFAULT_POLICY } from './policy/policy.defaults';
export { PolicyDocumentDto } from './policy/policy.dto';
export { PolicyService } from './policy/policy.service';
export { customerTextIn } from './wording/customer-text';
