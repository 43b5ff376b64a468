import 'reflect-metadata';
import { Body, Controller, Get, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsIn, IsString, Length } from 'class-validator';

class EchoDto {
  @IsIn(['reply', 'note']) kind!: string;
  @IsString() @Length(1, 100_000) text!: string;
}

@Controller()
class EchoController {
  @Get('ready') ready(): string {
    return 'ok';
  }

  @Post('echo') echo(@Body() body: EchoDto): EchoDto {
    return body;
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

/** What the framework alone can do on this machine: a floor, not a product. */
async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(EchoModule, new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  await app.listen(Number(process.env['PORT']), '127.0.0.1');
}

void main();
