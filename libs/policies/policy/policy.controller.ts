import type { PolicyBody } from '@satchel/contracts';
import { type Ctx, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PolicyDto, UpdatePolicyDto } from './policy.dto';
import { PolicyService } from './policy.service';

@ApiTags('policies')
@Controller('api/v1/policies')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @ApiOperation({
    summary: 'Read the rules for actions',
    description: 'With a plain sentence for each of what it means.',
  })
  @ApiOkResponse({ type: PolicyDto })
  read(@ReqCtx() ctx: Ctx): Promise<PolicyBody> {
    return this.policies.read(ctx);
  }

  @Put()
  @RequireRole('admin')
  @ApiOperation({
    summary: 'Change the rules for actions',
    description: 'Needs the role admin. Earlier versions are kept.',
  })
  @ApiOkResponse({ type: PolicyDto })
  change(@ReqCtx() ctx: Ctx, @Body() { document, expectedVersion }: UpdatePolicyDto): Promise<PolicyBody> {
    return this.policies.change(ctx, document, expectedVersion);
  }
}
