import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AiTurnReplayBody, AiTurnReplayRequest, ReplayedTurnBody } from '@satchel/contracts';
import { IsIn, IsOptional } from 'class-validator';

const WITH = ['stored', 'current'] as const;

export class ReplayTurnDto implements Partial<AiTurnReplayRequest> {
  @ApiPropertyOptional({
    enum: WITH,
    default: 'stored',
    description: "As it was then, or the same message by today's procedures, teaching, prompt and models.",
  })
  @IsOptional()
  @IsIn(WITH)
  with?: AiTurnReplayRequest['with'];
}

class GateDto {
  @ApiProperty() passed!: boolean;
  @ApiProperty({ type: [Object] }) problems!: { kind: string; text: string }[];
}

class TurnEndDto implements ReplayedTurnBody {
  @ApiProperty({ example: 'built-in' }) brain!: string;
  @ApiProperty() promptVersion!: string;
  @ApiProperty({ type: String, nullable: true }) intent!: string | null;
  @ApiProperty({ enum: ['send', 'draft', 'hand_over', 'skip'] }) end!: ReplayedTurnBody['end'];
  @ApiProperty({ type: String, nullable: true }) text!: string | null;
  @ApiProperty({ type: Object, nullable: true }) proposal!: ReplayedTurnBody['proposal'];
  @ApiProperty({ type: GateDto, nullable: true }) gate!: ReplayedTurnBody['gate'];
}

export class TurnReplayDto implements AiTurnReplayBody {
  @ApiProperty({ format: 'uuid' }) turnId!: string;
  @ApiProperty({ enum: WITH }) with!: AiTurnReplayRequest['with'];
  @ApiProperty({ type: TurnEndDto }) stored!: TurnEndDto;
  @ApiProperty({ type: TurnEndDto }) replayed!: TurnEndDto;
  @ApiProperty({ type: [String], description: 'In what the two are not the same.' })
  differs!: AiTurnReplayBody['differs'];
  @ApiProperty({ type: [String], description: 'Look-ups that the turn did not make then.' }) unanswered!: string[];
}
