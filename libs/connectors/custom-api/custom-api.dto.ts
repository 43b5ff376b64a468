import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  CustomOperationBody,
  CustomOperationPage,
  HttpOperationBody,
  McpToolBody,
  OpenApiOperationsBody,
  OperationCardBody,
  OperationTrialBody,
  TryOperationRequest,
} from '@satchel/contracts';
import { IsBoolean, IsObject, IsOptional } from 'class-validator';

const ANY_OBJECT = { type: 'object', additionalProperties: true } as const;
const TEXTS = { type: 'object', additionalProperties: { type: 'string' } } as const;

class OperationCardDto implements OperationCardBody {
  @ApiProperty({ example: 'Fernhill Club' }) title!: string;
  @ApiProperty({ ...TEXTS, example: { email: 'customer.email' } }) arguments!: OperationCardBody['arguments'];
}

export class CustomOperationDto implements CustomOperationBody {
  @ApiProperty({ example: 'find_member' }) name!: string;
  @ApiProperty({ example: 'Find a member' }) label!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ enum: ['read', 'write'] }) effect!: CustomOperationBody['effect'];
  @ApiProperty({ ...ANY_OBJECT, description: 'JSON Schema (2020-12) of an object.' })
  arguments!: Record<string, unknown>;
  @ApiProperty({ type: OperationCardDto, nullable: true, description: 'Shown beside the ticket.' })
  card!: OperationCardDto | null;
  @ApiProperty({ description: 'False: it is there, and nobody ticked it.' }) allowed!: boolean;
  @ApiProperty({ description: 'Its server says that it may destroy something.' }) destructive!: boolean;
  @ApiProperty({ ...ANY_OBJECT, nullable: true, description: 'As it was described or ticked, to be changed.' })
  definition!: HttpOperationBody | McpToolBody | null;
}

export class CustomOperationPageDto implements CustomOperationPage {
  @ApiProperty({ type: [CustomOperationDto] }) data!: CustomOperationDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null.' }) nextCursor!: string | null;
}

export class TryOperationDto implements TryOperationRequest {
  @ApiPropertyOptional({ ...ANY_OBJECT, example: { email: 'anna.bergmann@example.com' } })
  @IsOptional()
  @IsObject()
  arguments?: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'A write is done for real: only with true.' })
  @IsOptional()
  @IsBoolean()
  confirm?: boolean;
}

class TriedRequestDto {
  @ApiProperty({ example: 'GET' }) method!: string;
  @ApiProperty() url!: string;
  @ApiProperty(TEXTS) headers!: Record<string, string>;
  @ApiProperty({ type: String, nullable: true }) body!: string | null;
}

class FieldDto {
  @ApiProperty() label!: string;
  @ApiProperty() value!: string;
}

export class OperationTrialDto implements OperationTrialBody {
  @ApiProperty({ type: TriedRequestDto, nullable: true, description: 'As it left, secrets covered.' })
  request!: TriedRequestDto | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The HTTP status that came back.' }) status!: number | null;
  @ApiProperty({ type: [FieldDto] }) fields!: FieldDto[];
  @ApiProperty({ nullable: true, description: 'The whole answer, cut to 64 kB.' }) raw!: unknown;
  @ApiProperty() ms!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it did not work.' }) error!: string | null;
}

class SkippedOperationDto {
  @ApiProperty({ example: 'POST /files' }) operation!: string;
  @ApiProperty() reason!: string;
}

export class OpenApiOperationsDto implements OpenApiOperationsBody {
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) servers!: string[];
  @ApiProperty({ type: 'array', items: ANY_OBJECT, description: 'As the setting `operations` takes them.' })
  operations!: HttpOperationBody[];
  @ApiProperty({ type: [SkippedOperationDto] }) skipped!: SkippedOperationDto[];
}
