import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import type { FileAddress } from './file-links';

export class DownloadQuery {
  @ApiPropertyOptional({ enum: ['1'], description: '`1`: to be saved, also what a browser could show.' })
  @IsOptional()
  @IsIn(['1'])
  download?: '1';
}

export class FileQuery implements FileAddress {
  @IsOptional()
  @Matches(/^\d{1,12}$/)
  e?: string;

  @IsOptional()
  @IsString()
  s?: string;

  @IsOptional()
  @IsIn(['1'])
  d?: string;
}
