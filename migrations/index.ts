import { Kernel1795170000001 } from './1795170000001-kernel';
import { Identity1795170000002 } from './1795170000002-identity';
import { Connectors1795170000003 } from './1795170000003-connectors';
import { Customers1795170000004 } from './1795170000004-customers';
import { Desk1795170000005 } from './1795170000005-desk';
import { CommerceAndAi1795170000006 } from './1795170000006-commerce-and-ai';
import { RowLevelSecurity1795170000007 } from './1795170000007-row-level-security';
import { JobQueue1795170000008 } from './1795170000008-job-queue';
import { Channels1795180000009 } from './1795180000009-channels';
import { CustomerMerge1795180000012 } from './1795180000012-customer-merge';
import { Widget1795180000011 } from './1795180000011-widget';
import { MailLedger1795180000010 } from './1795180000010-mail-ledger';
import { Capabilities1795180000013 } from './1795180000013-capabilities';
import { EnqueueByIndex1795180000014 } from './1795180000014-enqueue-by-index';
import { OauthFlow1795180000016 } from './1795180000016-oauth-flow';
import { Mirror1795180000017 } from './1795180000017-mirror';
import { Actions1795180000015 } from './1795180000015-actions';
import { Knowledge1795200000004 } from './1795200000004-knowledge';
import { AttachmentScan1795180000018 } from './1795180000018-attachment-scan';
import { ModesAndHandoffs1795200000007 } from './1795200000007-modes-and-handoffs';
import { Simulations1795200000008 } from './1795200000008-simulations';
import { TurnDecisions1795200000010 } from './1795200000010-turn-decisions';
import { Embeddings1795200000009 } from './1795200000009-embeddings';
import { SendAfter1795200000006 } from './1795200000006-send-after';
import { ActionFacts1795200000005 } from './1795200000005-action-facts';
import { AiConversation1795200000003 } from './1795200000003-ai-conversation';
import { Procedures1795200000002 } from './1795200000002-procedures';
import { TaughtExamples1795200000001 } from './1795200000001-taught-examples';

/** The one ordered history of the database. A new migration adds its line at the end. */
export const migrations = [
  Kernel1795170000001,
  Identity1795170000002,
  Connectors1795170000003,
  Customers1795170000004,
  Desk1795170000005,
  CommerceAndAi1795170000006,
  RowLevelSecurity1795170000007,
  JobQueue1795170000008,
  Channels1795180000009,
  CustomerMerge1795180000012,
  Widget1795180000011,
  MailLedger1795180000010,
  Capabilities1795180000013,
  EnqueueByIndex1795180000014,
  OauthFlow1795180000016,
  Mirror1795180000017,
  Actions1795180000015,
  AttachmentScan1795180000018,
  TaughtExamples1795200000001,
  Procedures1795200000002,
  AiConversation1795200000003,
  Knowledge1795200000004,
  ActionFacts1795200000005,
  SendAfter1795200000006,
  ModesAndHandoffs1795200000007,
  Simulations1795200000008,
  Embeddings1795200000009,
  TurnDecisions1795200000010,
];
