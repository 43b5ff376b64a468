import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { BootBody, MeBody } from '@satchel/contracts';
import { Config, Database, Public } from '@satchel/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MeDto } from '../people/people.dto';
import { PeopleService } from '../people/people.service';
import { sessionCookie } from '../sessions/session-cookie';
import { isLoopback } from './loopback';
import { BootDto, SetupDto } from './setup.dto';
import { SetupService } from './setup.service';

@ApiTags('Set-up')
@Public()
@Controller('api/v1')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly people: PeopleService,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  @Get('boot')
  @ApiOperation({
    summary: 'What to show a visitor',
    description: 'Open to everyone: set-up, sign-in, or the demo login (told on its own machine only).',
  })
  @ApiOkResponse({ type: BootDto })
  boot(@Req() request: FastifyRequest): Promise<BootBody> {
    return this.setup.boot({ onThisMachine: isLoopback(request.ip) });
  }

  @Post('setup')
  @ApiOperation({
    summary: 'Set up a new installation',
    description: 'Makes the first workspace with its owner and signs the owner in. Works once.',
  })
  @ApiCreatedResponse({ type: MeDto })
  @ApiConflictResponse({ description: 'Already set up.' })
  async setUp(
    @Body() input: SetupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeBody> {
    const { token, identity } = await this.setup.setUp(input, request.headers['user-agent'] ?? null);
    reply.header('set-cookie', sessionCookie(token, this.config.publicUrl));
    return this.people.me(this.database.ctx(identity.workspaceId, identity.actor, request.id));
  }
}
