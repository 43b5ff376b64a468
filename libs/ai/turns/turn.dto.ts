import { ApiProperty } from '@nestjs/swagger';
import type {
  AiTurnBody,
  AiTurnTraceBody,
  AiVerdictRequest,
  EvidenceBody,
  EvidenceSourceBody,
  EvidenceSpanBody,
  ToolCallBody,
} from '@satchel/contracts';
import { IsBoolean } from 'class-validator';

const OUTCOMES = ['sent', 'drafted', 'handed_over', 'skipped', 'running'] as const;

export class EvidenceDto implements EvidenceBody {
  @ApiProperty({ example: 'Order #1001' }) label!: string;
  @ApiProperty({ example: 'paid, fulfilled' }) value!: string;
  @ApiProperty({ description: 'Where and when it was read.' }) source!: string;
}

export class EvidenceSourceDto implements EvidenceSourceBody {
  @ApiProperty({ example: 'find_orders', description: 'The look-up or action that answered.' }) tool!: string;
  @ApiProperty({ example: 'orders[0].total', description: 'Where in its answer.' }) path!: string;
  @ApiProperty({ example: 'Order #1001, total' }) label!: string;
  @ApiProperty() value!: string;
}

export class EvidenceSpanDto implements EvidenceSpanBody {
  @ApiProperty({ type: 'integer', description: 'Where it begins in the text of the reply or draft.' }) from!: number;
  @ApiProperty({ type: 'integer' }) to!: number;
  @ApiProperty({ example: '129.50 EUR' }) text!: string;
  @ApiProperty({ example: 'amount' }) kind!: string;
  @ApiProperty({ type: EvidenceSourceDto }) source!: EvidenceSourceDto;
}

export class ToolCallDto implements ToolCallBody {
  @ApiProperty({ example: 'find_orders' }) tool!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) args!: Record<string, unknown>;
  @ApiProperty() ok!: boolean;
  @ApiProperty() summary!: string;
  @ApiProperty() ms!: number;
}

export class AiTurnDto implements AiTurnBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty({ format: 'uuid', description: "The customer's message that it answers." }) messageId!: string;
  @ApiProperty({ example: 'built-in' }) brain!: string;
  @ApiProperty({ type: String, nullable: true, example: 'where_is_my_order' }) intent!: string | null;
  @ApiProperty({ enum: OUTCOMES }) outcome!: AiTurnBody['outcome'];
  @ApiProperty({ description: 'Why this outcome, in one sentence.' }) reason!: string;
  @ApiProperty({ type: String, nullable: true, description: 'On handoff: who, what they want, what was tried.' })
  summary!: string | null;
  @ApiProperty({ type: [EvidenceDto] }) evidence!: EvidenceDto[];
  @ApiProperty({ type: [ToolCallDto] }) toolCalls!: ToolCallDto[];
  @ApiProperty({ type: Number, nullable: true }) latencyMs!: number | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ description: 'Which words the model was instructed with.' }) promptVersion?: string;
  @ApiProperty({ example: 'auto' }) mode?: string;
  @ApiProperty({ description: 'How sure it was who wrote: 0 to 3.' }) assurance?: number;
  @ApiProperty({ type: Object, nullable: true, description: 'What was put before the customer and waits for a yes.' })
  proposal?: AiTurnBody['proposal'];
  @ApiProperty({ type: Object, nullable: true, description: 'What the customer said to what waited before.' })
  decided?: AiTurnBody['decided'];
  @ApiProperty({ type: [String], description: 'Runs of actions that it asked for.' }) runs?: string[];
  @ApiProperty({ type: [String], description: "Passages of the shop's articles." }) passages?: string[];
  @ApiProperty({ type: Object, nullable: true }) tokens?: AiTurnBody['tokens'];
  @ApiProperty({ type: 'integer', nullable: true, description: 'In millionths; null: no prices are set.' })
  costMicros?: number | null;
  @ApiProperty({ type: [EvidenceSpanDto], description: 'What each piece of the reply or draft rests on.' })
  spans?: EvidenceSpanDto[];
  @ApiProperty({ type: 'integer', description: 'How often a model was asked to write anew.' }) rewrites?: number;
  @ApiProperty({ enum: ['right', 'wrong'], nullable: true, description: 'Whether what it wrote was right.' })
  verdict?: AiTurnBody['verdict'];
}

export class AiTurnTraceDto extends AiTurnDto implements AiTurnTraceBody {
  @ApiProperty({ type: [Object], description: 'Each step of the model and each answer of a tool, in order.' })
  transcript!: AiTurnTraceBody['transcript'];
  @ApiProperty({ type: Object, nullable: true, description: 'What the grounding gate found.' }) gate!: unknown;
}

export class VerdictDto implements AiVerdictRequest {
  @ApiProperty()
  @IsBoolean()
  right!: boolean;
}

export class AiTurnListDto {
  @ApiProperty({ type: [AiTurnDto], description: 'Newest first, at most 50.' }) data!: AiTurnDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
