/** What became of one message: an id when it is on a ticket, else why it is on none. */
export type Received = { messageId: string } | { ignored: string };
