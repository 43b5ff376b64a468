import { ConnectorsModule } from '@satchel/connectors';
import { CustomersModule } from '@satchel/customers';
import { PreferencesService, WorkspaceService } from '@satchel/identity';
import { Module } from '@nestjs/common';
import { AttachmentController } from './attachment/attachment.controller';
import { AttachmentEntity } from './attachment/attachment.entity';
import { AttachmentQueries } from './attachment/attachment.queries';
import { AttachmentService } from './attachment/attachment.service';
import { AttachmentStore } from './attachment/attachment.store';
import { AddressBlockQueries } from './block/address-block.queries';
import { AddressBlockService } from './block/address-block.service';
import { BlockRuleController } from './block/block-rule.controller';
import { BlockRuleQueries } from './block/block-rule.queries';
import { FetchJob } from './attachment/fetch.job';
import { FetchService } from './attachment/fetch.service';
import { UploadSweep } from './attachment/upload-sweep.service';
import { FileScanner } from './attachment/scan/file-scanner.service';
import { ScanJob } from './attachment/scan/scan.job';
import { FileController } from './attachment/file.controller';
import { FileLinks } from './attachment/file-links';
import { MergeQueries } from './customer/merge.queries';
import { MergeSubscriber } from './customer/merge.subscriber';
import { DeliverJob } from './delivery/deliver.job';
import { DeliveryQueries } from './delivery/delivery.queries';
import { DeliveryService } from './delivery/delivery.service';
import { TypingService } from './delivery/typing.service';
import { DeskEvents } from './desk-events';
import { DestinationController } from './destination/destination.controller';
import { DestinationQueries } from './destination/destination.queries';
import { DestinationService } from './destination/destination.service';
import { DraftController } from './draft/draft.controller';
import { DraftEntity } from './draft/draft.entity';
import { DraftQueries } from './draft/draft.queries';
import { DraftService } from './draft/draft.service';
import { AcknowledgeHandler } from './acknowledge/acknowledge.handler';
import { AutoReplies } from './guard/auto-replies.service';
import { AutoReplyQueries } from './guard/auto-reply.queries';
import { InboundFiles } from './intake/inbound-files';
import { IntakeJob } from './intake/intake.job';
import { IntakeService } from './intake/intake.service';
import { AgentMail } from './intake/agent-mail.service';
import { Placement } from './intake/placement.service';
import { ReportService } from './intake/report.service';
import { ThreadQueries } from './intake/thread.queries';
import { AppendBatches } from './message/append-batches';
import { MessageAppendQueries } from './message/message-append.queries';
import { ScheduledController } from './later/scheduled.controller';
import { ScheduledQueries } from './later/scheduled.queries';
import { ScheduledMessages } from './later/scheduled.service';
import { MessageController } from './message/message.controller';
import { MessageEntity } from './message/message.entity';
import { MessageQueries } from './message/message.queries';
import { PeopleNotifier } from './people/people-notifier.service';
import { PersonMailQueries } from './people/person-mail.queries';
import { PersonMailService } from './people/person-mail.service';
import { ReplyService } from './reply/reply.service';
import { DeskSettingsController } from './settings/desk-settings.controller';
import { DeskSettings } from './settings/desk-settings.service';
import { TagController } from './tag/tag.controller';
import { TagEntity } from './tag/tag.entity';
import { TagQueries } from './tag/tag.queries';
import { JoinQueries } from './ticket/join.queries';
import { JoinService } from './ticket/join.service';
import { TicketController } from './ticket/ticket.controller';
import { TicketEntity } from './ticket/ticket.entity';
import { TicketQueries } from './ticket/ticket.queries';
import { TicketService } from './ticket/ticket.service';
import { TimelineQueries } from './ticket/timeline.queries';

export const deskEntities = [TicketEntity, MessageEntity, DraftEntity, AttachmentEntity, TagEntity];

@Module({
  imports: [ConnectorsModule, CustomersModule],
  controllers: [
    TicketController,
    MessageController,
    ScheduledController,
    DraftController,
    AttachmentController,
    TagController,
    DestinationController,
    BlockRuleController,
    DeskSettingsController,
    FileController,
    TagController,
  ],
  providers: [
    AcknowledgeHandler,
    AgentMail,
    AddressBlockQueries,
    AddressBlockService,
    AppendBatches,
    AttachmentQueries,
    AttachmentService,
    AttachmentStore,
    AutoReplies,
    AutoReplyQueries,
    BlockRuleQueries,
    DeliverJob,
    DeliveryQueries,
    DeliveryService,
    DeskEvents,
    DeskSettings,
    // Stateless; the room that owns it brings a guard along, which tests of this room do without.
    WorkspaceService,
    DestinationQueries,
    DestinationService,
    DraftQueries,
    DraftService,
    FetchJob,
    FetchService,
    FileLinks,
    FileScanner,
    InboundFiles,
    IntakeJob,
    IntakeService,
    JoinQueries,
    JoinService,
    MergeQueries,
    MergeSubscriber,
    MessageAppendQueries,
    MessageQueries,
    PeopleNotifier,
    PersonMailQueries,
    PersonMailService,
    Placement,
    PreferencesService,
    ReplyService,
    ReportService,
    ScanJob,
    ScheduledMessages,
    ScheduledQueries,
    TagQueries,
    ThreadQueries,
    TicketQueries,
    TicketService,
    TimelineQueries,
    TypingService,
    UploadSweep,
  ],
  exports: [
    AttachmentService,
    AutoReplies,
    DeskEvents,
    DraftService,
    MessageQueries,
    ReplyService,
    ReportService,
    TicketQueries,
    TicketService,
    TypingService,
  ],
})
export class DeskModule {}
