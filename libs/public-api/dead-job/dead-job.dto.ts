import { ApiProperty } from '@nestjs/swagger';

export class DeadJobDto {
  @ApiProperty({ example: '4711' })
  id!: string;

  @ApiProperty({ example: 'desk.deliver' })
  name!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  payload!: unknown;

  @ApiProperty({ example: 8, description: 'How often it was tried.' })
  attempts!: number;

  @ApiProperty({ description: 'What the last try ended with.' })
  error!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The request that asked for it, as in the log.' })
  requestId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  failedAt!: string;
}

export class DeadJobPageDto {
  @ApiProperty({ type: [DeadJobDto], description: 'The latest failure first; 200 at most.' })
  data!: DeadJobDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null.' })
  nextCursor!: string | null;
}
