import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class WorkspaceDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'fernhill', description: 'Short name, unique in this installation.' })
  slug!: string;

  @ApiProperty({ example: 'Fernhill Outfitters' })
  name!: string;
}

export class UpdateWorkspaceDto {
  @ApiProperty({ example: 'Fernhill Outfitters', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120, { message: 'Give the workspace a name of 1 to 120 characters.' })
  name!: string;
}
