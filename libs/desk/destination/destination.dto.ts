import { ChannelTraitsDto } from '@satchel/connectors';
import { ADDRESS_KINDS, type DestinationOptionBody, type MessageTemplateBody, type Page } from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

class ReplyWindowDto {
  @ApiProperty() open!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closesAt!: string | null;
}

class BlockedDto {
  @ApiProperty({ enum: ['opted_out', 'bounced'] }) reason!: 'opted_out' | 'bounced';
  @ApiProperty({ format: 'date-time' }) at!: string;
}

class DestinationOptionDto implements DestinationOptionBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty({ example: 'whatsapp' }) channel!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ example: '+4930123456' }) address!: string;
  @ApiProperty({ enum: ADDRESS_KINDS }) addressKind!: DestinationOptionBody['addressKind'];
  @ApiProperty() verified!: boolean;
  @ApiProperty({ description: 'What a reply uses when it names none.' }) current!: boolean;
  @ApiProperty({ type: ChannelTraitsDto }) traits!: ChannelTraitsDto;
  @ApiProperty({ type: ReplyWindowDto, nullable: true, description: 'Null: may be written to at any time.' })
  window!: ReplyWindowDto | null;
  @ApiProperty({ type: BlockedDto, nullable: true, description: 'Nothing is sent there, and why.' })
  blocked!: BlockedDto | null;
}

export class DestinationPageDto implements Page<DestinationOptionBody> {
  @ApiProperty({ type: [DestinationOptionDto] }) data!: DestinationOptionDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor!: string | null;
}

class TemplateDto implements MessageTemplateBody {
  @ApiProperty() id!: string;
  @ApiProperty({ example: 'order_update' }) name!: string;
  @ApiProperty({ example: 'en_US' }) language!: string;
  @ApiProperty({ nullable: true, type: String }) category!: string | null;
  @ApiProperty({ example: 'Hi {{1}}, your order {{2}} is on its way.' }) body!: string;
  @ApiProperty({ description: 'How many blanks there are.' }) params!: number;
}

export class TemplatePageDto implements Page<MessageTemplateBody> {
  @ApiProperty({ type: [TemplateDto] }) data!: TemplateDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor!: string | null;
}

export class TemplateQueryDto {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Ask the vendor again now.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  fresh?: 'true' | 'false';
}
