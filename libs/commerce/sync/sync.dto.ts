import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MIRROR_RESOURCES } from '@satchel/contracts';
import type { ConnectionSyncBody, MirrorResource, StartSyncRequest, SyncBody, SyncState } from '@satchel/contracts';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';

const STATES: SyncState[] = ['waiting', 'running', 'done', 'failed'];

export class StartSyncDto implements StartSyncRequest {
  @ApiPropertyOptional({ enum: MIRROR_RESOURCES, description: 'Left out: all that the shop has.' })
  @IsOptional()
  @IsIn(MIRROR_RESOURCES)
  resource?: MirrorResource;

  @ApiPropertyOptional({ description: 'Everything once more; else what changed since the last good run.' })
  @IsOptional()
  @IsBoolean()
  full?: boolean;
}

class SyncErrorDto {
  @ApiProperty() message!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

class SyncDto implements SyncBody {
  @ApiProperty({ enum: MIRROR_RESOURCES }) resource!: MirrorResource;
  @ApiProperty({ enum: STATES }) state!: SyncState;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'What changed since; null: everything.',
  })
  since!: string | null;
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: the shop does not count.' }) total!:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Records a minute.' }) rate!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) etaSeconds!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The next look.' }) nextAt!:
    string | null;
  @ApiProperty({ type: SyncErrorDto, nullable: true }) lastError!: SyncErrorDto | null;
}

export class ConnectionSyncDto implements ConnectionSyncBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty({ type: [SyncDto] }) resources!: SyncDto[];
}
