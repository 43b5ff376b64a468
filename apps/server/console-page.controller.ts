import { AppError, Public } from '@satchel/kernel';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_DIR } from './paths';

/** Addresses that programs ask for: they want an error they can read, not the console's page. */
const FOR_PROGRAMS = /^\/(api|hooks|mcp|socket\.io|assets|widget|widget\.js)(\/|$)/;

/** Every other address is a page of the console, which finds its way by itself. */
@ApiExcludeController()
@Controller()
export class ConsolePageController {
  @Public()
  @Get(['/', '*'])
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?')[0] ?? '/';
    if (FOR_PROGRAMS.test(path))
      throw new AppError('not_found', 404, `There is nothing at ${path}. The reference is at /api/docs.`);
    if (/^\/[\w.-]+\.(svg|png|ico|webmanifest|txt)$/.test(path)) {
      await reply.header('cache-control', 'public, max-age=86400').sendFile(path.slice(1), CONSOLE_DIR);
      return;
    }
    await reply.header('cache-control', 'no-cache').sendFile('index.html', CONSOLE_DIR);
  }
}
