import type { ConnectionSetupBody, SetupCheckBody } from '@satchel/contracts';
import { ApiProperty } from '@nestjs/swagger';

export class SetupCheckDto implements SetupCheckBody {
  @ApiProperty({ example: 'SPF' }) label!: string;
  @ApiProperty({ example: 'TXT' }) type!: string;
  @ApiProperty({ example: '_dmarc.fernhill.example' }) name!: string;
  @ApiProperty({ type: String, nullable: true, example: 'v=DMARC1; p=none' }) value!: string | null;
  @ApiProperty({ enum: ['ok', 'missing', 'unknown'] }) state!: SetupCheckBody['state'];
  @ApiProperty({ type: String, nullable: true, description: 'What stands there now.' }) found!: string | null;
}

export class ConnectionSetupDto implements ConnectionSetupBody {
  @ApiProperty({ type: [SetupCheckDto] }) checks!: SetupCheckDto[];
}
