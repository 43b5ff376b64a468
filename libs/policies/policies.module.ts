import { Module } from '@nestjs/common';
import { PolicyController } from './policy/policy.controller';
import { PolicyQueries } from './policy/policy.queries';
import { PolicyService } from './policy/policy.service';

@Module({
  controllers: [PolicyController],
  providers: [PolicyService, PolicyQueries],
  exports: [PolicyService],
})
export class PoliciesModule {}
