import { ApiProperty } from '@nestjs/swagger';
import type { BootBody, SetupRequest } from '@satchel/contracts';
import { IsString, Length } from 'class-validator';
import { AccountDto } from '../people/people.dto';

export class SetupDto extends AccountDto implements SetupRequest {
  @ApiProperty({ example: 'Fernhill Outfitters', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120, { message: 'Give the workspace a name of 1 to 120 characters: the name of the store.' })
  workspaceName!: string;
}

export class DemoLoginDto {
  @ApiProperty({ example: 'admin@fernhill.example' })
  email!: string;

  @ApiProperty()
  password!: string;

  @ApiProperty({ type: String, nullable: true, description: "Where to play the customer's side." })
  deskUrl!: string | null;
}

export class BootDto implements BootBody {
  @ApiProperty({ description: 'True until the first workspace exists.' })
  needsSetup!: boolean;

  @ApiProperty({ type: DemoLoginDto, nullable: true, description: 'The login of the demo, on a demo only.' })
  demo!: DemoLoginDto | null;
}
