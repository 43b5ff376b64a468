import { Body, Controller, Get, Header, HttpCode, Post, Query, Redirect, Req, UseFilters } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { BeginSignInBody } from '@satchel/contracts';
import { Config, ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import type { FastifyRequest } from 'fastify';
import { otherHost } from './connection.errors';
import { BackToSettings, settingsPage } from './oauth-back.filter';
import { sessionOf } from './oauth-proof';
import { BeginSignInBodyDto, BeginSignInDto } from './oauth.dto';
import { OAuthService } from './oauth.service';

@ApiTags('Connections')
@Controller('api/v1/connections/oauth')
export class OAuthController {
  constructor(
    private readonly oauth: OAuthService,
    private readonly config: Config,
  ) {}

  @Post()
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in at a vendor',
    description:
      'Answers where to send the browser. The vendor sends it back here, which makes or renews the connection and ends at the settings. Needs the role admin and a session.',
  })
  @ApiOkResponse({ type: BeginSignInBodyDto })
  async begin(
    @ReqCtx() ctx: Ctx,
    @Body() input: BeginSignInDto,
    @Req() request: FastifyRequest,
  ): Promise<BeginSignInBody> {
    const { origin } = request.headers;
    const { publicUrl } = this.config;
    // The vendor sends the browser to the public address, where a cookie of another host does not go along.
    if (origin && URL.canParse(origin) && new URL(origin).hostname !== new URL(publicUrl).hostname)
      throw otherHost(publicUrl);
    const { connectionId, connectorId, provider, label, address, credentials } = input;
    const wanted = { connectionId, connectorId, provider, label, address, credentials };
    return { url: await this.oauth.begin(ctx, sessionOf(request.headers.cookie), wanted) };
  }

  /** Nothing but a redirect: the code in this address is not to stay in anybody's history. */
  @Get('callback')
  @RequireRole('admin')
  @UseFilters(BackToSettings)
  @Redirect()
  @Header('cache-control', 'no-store')
  @ApiExcludeEndpoint()
  async callback(
    @ReqCtx() ctx: Ctx,
    @Query() answer: Record<string, unknown>,
    @Req() request: FastifyRequest,
  ): Promise<{ url: string; statusCode: number }> {
    const ended = await this.oauth.complete(ctx, sessionOf(request.headers.cookie), answer);
    return { url: settingsPage(ended), statusCode: 303 };
  }
}
