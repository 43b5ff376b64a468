import { ActionsModule } from '@satchel/actions';
import { AiModule } from '@satchel/ai';
import { CommerceModule, commerceEntities } from '@satchel/commerce';
import { ConnectionEntity, ConnectorsModule, InboundEnvelopeEntity, MailLedgerEntity } from '@satchel/connectors';
import { CustomerAddressEntity, CustomerEntity, CustomersModule } from '@satchel/customers';
import { DeskModule, deskEntities } from '@satchel/desk';
import { DEMO_LOGIN, type DemoLogin, IdentityModule, identityEntities } from '@satchel/identity';
import { type Config, KernelModule } from '@satchel/kernel';
import { KnowledgeModule } from '@satchel/knowledge';
import { IdempotencyEntity, IdempotencyInterceptor, PublicApiModule } from '@satchel/public-api';
import { realtimeEntities, RealtimeModule } from '@satchel/realtime';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { migrations } from '../../migrations';
import { ConsolePageController } from './console-page.controller';
import { CustomerTickets } from './customer-tickets';
import { HelpCentreShop } from './help-centre-shop';

export const entities = [
  ...identityEntities,
  CustomerEntity,
  CustomerAddressEntity,
  ConnectionEntity,
  InboundEnvelopeEntity,
  MailLedgerEntity,
  ...deskEntities,
  ...commerceEntities,
  ...realtimeEntities,
  IdempotencyEntity,
];

/** The one place that knows every room. */
@Module({})
export class AppModule {
  static forRoot(config: Config, demoLogin: DemoLogin): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        KernelModule.forRoot({ entities, config, migrations }),
        IdentityModule,
        CustomersModule,
        KnowledgeModule,
        ConnectorsModule,
        DeskModule,
        CommerceModule,
        ActionsModule,
        AiModule,
        RealtimeModule,
        PublicApiModule,
      ],
      controllers: [ConsolePageController],
      providers: [
        CustomerTickets,
        HelpCentreShop,
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: DEMO_LOGIN, useValue: demoLogin },
      ],
      exports: [DEMO_LOGIN],
    };
  }
}
