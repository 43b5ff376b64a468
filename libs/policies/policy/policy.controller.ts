import type { PolicyBody, PolicyVersionPage } from '@satchel/contracts';
import { type Ctx, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PolicyDto, PolicyVersionPageDto, UpdatePolicyDto, VersionsQuery } from './policy.dto';
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

  @Get('versions')
  @ApiOperation({
    summary: 'List the versions of the rules',
    description: 'Newest first, each with what it changed in words. An old one is restored by sending its document.',
  })
  @ApiOkResponse({ type: PolicyVersionPageDto })
  versions(@ReqCtx() ctx: Ctx, @Query() { cursor, limit }: VersionsQuery): Promise<PolicyVersionPage> {
    return this.policies.versions(ctx, cursor ?? null, limit);
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
