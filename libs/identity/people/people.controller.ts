import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MeBody, Page, PersonBody } from '@satchel/contracts';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { CreatePersonDto, MeDto, PersonDto, PersonPageDto } from './people.dto';
import { PeopleService } from './people.service';

@ApiTags('People')
@Controller('api/v1')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get('me')
  @ApiOperation({ summary: 'Who am I', description: 'The caller and the workspace that its credential belongs to.' })
  @ApiOkResponse({ type: MeDto })
  me(@ReqCtx() ctx: Ctx): Promise<MeBody> {
    return this.people.me(ctx);
  }

  @Get('people')
  @ApiOperation({ summary: 'List people', description: 'Everyone who works in this workspace, by name.' })
  @ApiOkResponse({ type: PersonPageDto })
  async list(@ReqCtx() ctx: Ctx): Promise<Page<PersonBody>> {
    return { data: await this.people.list(ctx), nextCursor: null };
  }

  @Post('people')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Add a person', description: 'Needs the role admin; only an owner can add an owner.' })
  @ApiCreatedResponse({ type: PersonDto })
  @ApiConflictResponse({ description: 'The mail address already has an account.' })
  create(@ReqCtx() ctx: Ctx, @Body() input: CreatePersonDto): Promise<PersonBody> {
    return this.people.create(ctx, { ...input, workspaceId: ctx.workspaceId });
  }
}
