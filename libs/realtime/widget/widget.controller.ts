import type {
  WidgetConfigBody,
  WidgetFileBody,
  WidgetMessagesBody,
  WidgetSentBody,
  WidgetSessionBody,
} from '@satchel/contracts';
import { AppError, Public } from '@satchel/kernel';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Options,
  Post,
  Query,
  Req,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LiveSockets } from '../live-sockets';
import { LoyaltyGreeting } from './loyalty-greeting';
import { WidgetRateLimits } from './rate-limits';
import { RetryAfter } from './retry-after.interceptor';
import { fileLimits, WidgetConfig } from './widget-config.service';
import { type AtDoor, Door, WidgetDoorGuard } from './widget-door.guard';
import { readerOf, WidgetMessages } from './widget-messages.service';
import { WidgetSend } from './widget-send.service';
import { WidgetSessions } from './widget-sessions.service';
import { AfterQuery, OpenSessionDto, SeenDto, SendDto } from './widget.dto';

/** The widget's REST side; the wire is `contracts/widget.ts`. Open to the pages that the chat's settings name. */
@ApiExcludeController()
@Controller('api/widget/:key')
@UseGuards(WidgetDoorGuard)
@UseInterceptors(RetryAfter)
export class WidgetController {
  constructor(
    private readonly configs: WidgetConfig,
    private readonly sessions: WidgetSessions,
    private readonly messages: WidgetMessages,
    private readonly sends: WidgetSend,
    private readonly loyalty: LoyaltyGreeting,
    private readonly limits: WidgetRateLimits,
    private readonly live: LiveSockets,
  ) {}

  /** A browser asks first; the guard has answered in the headers. */
  @Public()
  @Options('*')
  @HttpCode(204)
  preflight(): void {
    // Nothing to add.
  }

  @Public()
  @Get('config')
  @Header('cache-control', 'public, max-age=60')
  config(@Door() door: AtDoor): Promise<WidgetConfigBody> {
    return this.configs.of(door);
  }

  @Public()
  @Post('session')
  @HttpCode(200)
  async open(@Door() door: AtDoor, @Body() body: OpenSessionDto): Promise<WidgetSessionBody> {
    const { token, session, ended } = await this.sessions.open(door, body);
    if (ended) this.live.endSession(ended);
    const { name, email, verified } = session;
    return {
      token,
      visitor: { name, email, verified },
      loyalty: verified && email ? await this.loyalty.of(door.ctx, email) : null,
      ...(await this.messages.recent(readerOf(door, session))),
    };
  }

  @Public()
  @Delete('session')
  @HttpCode(204)
  async end(@Door() door: AtDoor): Promise<void> {
    const session = await this.sessions.end(door, door.token);
    this.live.endSession(session.id);
  }

  @Public()
  @Get('messages')
  async read(@Door() door: AtDoor, @Query() { after }: AfterQuery): Promise<WidgetMessagesBody> {
    const session = await this.sessions.need(door, door.token);
    this.limits.take([['readsOfSession', session.id]]);
    const reader = readerOf(door, session);
    return after === undefined ? this.messages.recent(reader) : this.messages.after(reader, after);
  }

  @Public()
  @Post('messages')
  @HttpCode(202)
  async send(@Door() door: AtDoor, @Body() body: SendDto): Promise<WidgetSentBody> {
    return this.sends.send(door, await this.sessions.need(door, door.token), body);
  }

  @Public()
  @Post('seen')
  @HttpCode(204)
  async seen(@Door() door: AtDoor, @Body() { messageId }: SeenDto): Promise<void> {
    const session = await this.sessions.need(door, door.token);
    await this.messages.seen(readerOf(door, session), session, messageId);
  }

  @Public()
  @Post('files')
  @HttpCode(201)
  async upload(@Door() door: AtDoor, @Req() request: FastifyRequest): Promise<WidgetFileBody> {
    const session = await this.sessions.need(door, door.token);
    this.sends.mayUpload(door, session);
    if (!request.isMultipart())
      throw new AppError('no_file', 415, 'Send the file as multipart/form-data in the field "file".');
    const part: MultipartFile | undefined = await request.file({ limits: { fileSize: fileLimits(door).maxBytes } });
    if (part?.fieldname !== 'file') throw new AppError('no_file', 422, 'Send the file in the field "file".');
    const content = await part.toBuffer();
    // The parser throws by itself, unless the limit was met exactly at the end of a chunk.
    if (part.file.truncated) throw new AppError('too_large', 413, 'This file is larger than this chat takes.');
    return this.sends.upload(door, session, { filename: part.filename, contentType: part.mimetype, content });
  }
}
