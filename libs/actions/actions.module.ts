import { CommerceModule } from '@satchel/commerce';
import { ConnectorsModule } from '@satchel/connectors';
import { CustomersModule } from '@satchel/customers';
import { DeskModule } from '@satchel/desk';
import { PoliciesModule } from '@satchel/policies';
import { Module } from '@nestjs/common';
import { ActionController } from './action/action.controller';
import { Availability } from './action/availability.service';
import { Changes } from './change/changes.service';
import { TaskChanges } from './change/task.change';
import { ReplayController } from './replay/replay.controller';
import { ReplayQueries } from './replay/replay.queries';
import { PolicyReplay } from './replay/replay.service';
import { ActionEvents } from './run/action-events';
import { ActionDecisions } from './run/decisions.service';
import { Pause } from './run/pause';
import { Performer } from './run/performer.service';
import { Recovery } from './run/recovery.service';
import { ActionRunController } from './run/run.controller';
import { RunQueries } from './run/run.queries';
import { ActionRuns } from './run/run.service';
import { Settlement } from './run/settlement.service';
import { Undoing } from './run/undoing.service';
import { FactsReader } from './source/facts.service';
import { GivenQueries } from './source/given.queries';
import { Sources } from './source/sources.service';

@Module({
  imports: [ConnectorsModule, CustomersModule, PoliciesModule, DeskModule, CommerceModule],
  controllers: [ActionController, ActionRunController, ReplayController],
  providers: [
    ActionDecisions,
    ActionEvents,
    ActionRuns,
    Availability,
    Changes,
    FactsReader,
    GivenQueries,
    Pause,
    Performer,
    Recovery,
    PolicyReplay,
    ReplayQueries,
    RunQueries,
    Settlement,
    Sources,
    TaskChanges,
    Undoing,
  ],
  exports: [ActionDecisions, ActionRuns, Availability, Sources],
})
export class ActionsModule {}
