import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { Problem } from '@satchel/contracts';

@ApiSchema({ name: 'RefusedField' })
export class RefusedFieldDto {
  @ApiProperty({ example: 'email' })
  field!: string;

  @ApiProperty({ example: 'must be a mail address such as anna@example.com' })
  message!: string;
}

/** RFC 9457 */
@ApiSchema({ name: 'Problem' })
export class ProblemDto implements Problem {
  @ApiProperty({ example: 'about:blank' })
  type!: string;

  @ApiProperty({ example: 'Bad Request' })
  title!: string;

  @ApiProperty({ example: 400 })
  status!: number;

  @ApiProperty({ description: 'What is wrong and what to do about it, for a person.' })
  detail!: string;

  @ApiProperty({ description: 'Stable, for programs.', example: 'bad_address' })
  code!: string;

  @ApiProperty({ description: "Names this request in the server's log." })
  requestId!: string;

  @ApiPropertyOptional({ type: [RefusedFieldDto] })
  errors?: RefusedFieldDto[];
}
