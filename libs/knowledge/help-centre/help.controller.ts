import { AppError, Public } from '@satchel/kernel';
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LANGUAGE } from '../passages/language';
import { type Answer, type ContactForm, HelpService, type Visit } from './help.service';
import { isOwnForm } from './same-origin';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' https: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

/** Pages for customers, whole without a script. */
@ApiExcludeController()
@Public()
@Controller()
export class HelpController {
  constructor(private readonly help: HelpService) {}

  @Get('help')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const language = await this.help.languageFor(visitOf(request), request.headers['accept-language'] ?? '');
    await reply.header('vary', 'accept-language').redirect(`/help/${language}`, 302);
  }

  @Get('help/style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=600')
  style(@Req() request: FastifyRequest): Promise<string> {
    return this.help.style(visitOf(request));
  }

  @Get('help/sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  sitemap(@Req() request: FastifyRequest): Promise<string> {
    return this.help.sitemap(visitOf(request));
  }

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return this.help.robots();
  }

  @Get('help/:language')
  async home(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') language: string,
  ): Promise<void> {
    await this.send(request, reply, language, await this.help.home(visitOf(request), languageOf(language)));
  }

  @Get('help/:language/search')
  async search(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') language: string,
    @Query('q') q: unknown,
  ): Promise<void> {
    const query = typeof q === 'string' ? q : '';
    await this.send(request, reply, language, await this.help.search(visitOf(request), languageOf(language), query));
  }

  @Get('help/:language/contact')
  async form(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') language: string,
    @Query('sent') sent: unknown,
  ): Promise<void> {
    const state = sent === '1' ? 'sent' : 'new';
    await this.send(
      request,
      reply,
      language,
      await this.help.contactPage(visitOf(request), languageOf(language), state),
    );
  }

  @Post('help/:language/contact')
  async contact(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') given: string,
    @Body() body: unknown,
  ): Promise<void> {
    const language = languageOf(given);
    refuseForeign(request);
    const state = await this.help.contact(visitOf(request), textsOf(body));
    // Read anew, not sent anew, when the page is loaded again.
    if (state === 'sent') await reply.redirect(`/help/${language}/contact?sent=1`, 303);
    else await this.send(request, reply, language, await this.help.contactPage(visitOf(request), language, state));
  }

  @Get('help/:language/:slug')
  async article(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') language: string,
    @Param('slug') slug: string,
    @Query('thanks') thanks: unknown,
  ): Promise<void> {
    const answer = await this.help.article(visitOf(request), languageOf(language), clean(slug), thanks === '1');
    await this.send(request, reply, language, answer);
  }

  @Post('help/:language/:slug/feedback')
  async vote(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('language') given: string,
    @Param('slug') slug: string,
    @Body() body: unknown,
  ): Promise<void> {
    const language = languageOf(given);
    refuseForeign(request);
    const { helpful } = textsOf(body) as { helpful?: string };
    const known = await this.help.vote(visitOf(request), language, clean(slug), helpful === 'yes');
    if (known) await reply.redirect(`/help/${language}/${encodeURIComponent(clean(slug))}?thanks=1`, 303);
    else await this.send(request, reply, language, null);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    language: string,
    given: Answer | null,
  ): Promise<void> {
    const { status, html } = given ?? (await this.help.missing(visitOf(request), languageOf(language)));
    await reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('referrer-policy', 'strict-origin-when-cross-origin')
      .header('cache-control', 'no-cache')
      .send(html);
  }
}

const visitOf = (request: FastifyRequest): Visit => ({
  host: request.headers.host ?? '',
  ip: request.ip,
  agent: request.headers['user-agent'] ?? '',
});

const languageOf = (given: string): string => (LANGUAGE.test(given) ? given.toLowerCase() : 'en');
const clean = (slug: string): string => slug.replace(/\0/g, '').slice(0, 200);

function refuseForeign(request: FastifyRequest): void {
  if (!isOwnForm(request.headers))
    throw new AppError('cross_origin', 403, 'This form was sent from another site. Send it from the help centre.');
}

/** A form field that is given twice, or is an object, is none. */
function textsOf(body: unknown): ContactForm {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'));
}
