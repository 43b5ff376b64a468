export { DeskEvents } from './desk-events';
export { APPEND_SQL as appendStatement } from './message/message-append.sql';
export { deskEntities, DeskModule } from './desk.module';
export { type NewDraft, DraftService } from './draft/draft.service';
export { AutoReplies } from './guard/auto-replies.service';
export { MessageQueries } from './message/message.queries';
export { type NewReply, type ReplyResult, ReplyService } from './reply/reply.service';
export { TicketQueries } from './ticket/ticket.queries';
export { TicketService } from './ticket/ticket.service';
