import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '@satchel/contracts';
import type { MeBody, Page, PersonBody, Role } from '@satchel/contracts';
import { IsEmail, IsIn, IsString, Length, MaxLength, MinLength } from 'class-validator';
import { WorkspaceDto } from '../workspace/workspace.dto';

/** NIST SP 800-63B: length is what counts; no rules about kinds of characters. */
export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;

export class PersonDto implements PersonBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Maya Lindqvist' })
  name!: string;

  @ApiProperty({ example: 'maya@fernhill.example' })
  email!: string;

  @ApiProperty({ enum: ROLES, enumName: 'Role', example: 'agent' })
  role!: Role;
}

export class PersonPageDto implements Page<PersonBody> {
  @ApiProperty({ type: [PersonDto] })
  data!: PersonDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: everyone fits on one page.' })
  nextCursor!: string | null;
}

export class MeDto implements MeBody {
  @ApiProperty({
    type: PersonDto,
    description: 'With an API key: its own id, name and role, and an empty mail address.',
  })
  person!: PersonDto;

  @ApiProperty({ type: WorkspaceDto })
  workspace!: WorkspaceDto;
}

/** A person's own particulars, wherever one is made. */
export class AccountDto {
  @ApiProperty({ example: 'Maya Lindqvist', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120, { message: 'Give a name of 1 to 120 characters.' })
  name!: string;

  @ApiProperty({ example: 'maya@fernhill.example' })
  @IsEmail({}, { message: 'Give a mail address such as maya@fernhill.example.' })
  @MaxLength(320)
  email!: string;

  @ApiProperty({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, example: 'a long sentence is best' })
  @IsString()
  @MinLength(PASSWORD_MIN, { message: `The password needs at least ${PASSWORD_MIN} characters.` })
  @MaxLength(PASSWORD_MAX, { message: `The password may have at most ${PASSWORD_MAX} characters.` })
  password!: string;
}

export class CreatePersonDto extends AccountDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role', example: 'agent' })
  @IsIn(ROLES, { message: `The role must be one of: ${ROLES.join(', ')}.` })
  role!: Role;
}
