import { ApiProperty } from '@nestjs/swagger';
import type { SignInRequest } from '@satchel/contracts';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';
import { PASSWORD_MAX } from '../people/people.dto';

export class SignInDto implements SignInRequest {
  @ApiProperty({ example: 'maya@fernhill.example' })
  @IsEmail({}, { message: 'Give the mail address of your account.' })
  @MaxLength(320)
  email!: string;

  @ApiProperty({ example: 'a long sentence is best' })
  @IsString()
  @Length(1, PASSWORD_MAX, { message: 'Give the password of your account.' })
  password!: string;
}
