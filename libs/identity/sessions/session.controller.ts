import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { MeBody } from '@satchel/contracts';
import { Config, Database, Public } from '@satchel/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tooManyTries, wrongCredentials } from '../identity.errors';
import { MeDto } from '../people/people.dto';
import { PeopleService } from '../people/people.service';
import { clearedSessionCookie, readSessionCookie, sessionCookie } from './session-cookie';
import { SignInDto } from './session.dto';
import { SessionService } from './session.service';

@ApiTags('Sessions')
@Public()
@Controller('api/v1/sessions')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly people: PeopleService,
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in',
    description: 'Sets the session cookie for 30 days. Programs send an API key instead.',
  })
  @ApiOkResponse({ type: MeDto })
  @ApiUnauthorizedResponse({ description: 'Mail address or password is wrong.' })
  @ApiTooManyRequestsResponse({ description: 'Too many tries; Retry-After names the seconds to wait.' })
  async signIn(
    @Body() input: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeBody> {
    const from = { ip: request.ip, replaces: readSessionCookie(request.headers.cookie) };
    const userAgent = request.headers['user-agent'] ?? null;
    const result = await this.sessions.signIn(input.email, input.password, userAgent, from);
    if (!result.ok && result.code === 'too_many_tries') {
      reply.header('retry-after', result.retryAfterSeconds);
      throw tooManyTries(result.retryAfterSeconds);
    }
    if (!result.ok) throw wrongCredentials();
    reply.header('set-cookie', sessionCookie(result.token, this.config.publicUrl));
    return this.people.me(this.database.ctx(result.identity.workspaceId, result.identity.actor, request.id));
  }

  @Delete('current')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session of the cookie that came along, if any.' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = readSessionCookie(request.headers.cookie);
    if (token) await this.sessions.signOut(token);
    reply.header('set-cookie', clearedSessionCookie(this.config.publicUrl));
  }
}
