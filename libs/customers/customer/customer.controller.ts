import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { CustomerBody, CustomerPage } from '@satchel/contracts';
import { ReqCtx } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { CustomerDto, CustomerInputDto, CustomerPageDto, ListCustomersDto } from './customer.dto';
import { noSuchCustomer } from './customer.errors';
import { CustomerService } from './customer.service';

@ApiTags('Customers')
@Controller('api/v1/customers')
export class CustomerController {
  constructor(private readonly customers: CustomerService) {}

  @Get()
  @ApiOperation({ summary: 'List customers', description: 'Newest first.' })
  @ApiOkResponse({ type: CustomerPageDto })
  list(@ReqCtx() ctx: Ctx, @Query() query: ListCustomersDto): Promise<CustomerPage> {
    return this.customers.list(ctx, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a customer' })
  @ApiOkResponse({ type: CustomerDto })
  @ApiNotFoundResponse({ description: 'No such customer in this workspace.' })
  async read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CustomerBody> {
    const customer = await this.customers.get(ctx, id);
    if (!customer) throw noSuchCustomer();
    return customer;
  }

  @Post()
  @ApiOperation({
    summary: 'Create a customer',
    description: 'With a name, a mail address, a phone number, or several of these.',
  })
  @ApiCreatedResponse({ type: CustomerDto })
  @ApiConflictResponse({ description: 'An address belongs to another customer, whom the problem names.' })
  create(@ReqCtx() ctx: Ctx, @Body() input: CustomerInputDto): Promise<CustomerBody> {
    return this.customers.create(ctx, input);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Update a customer',
    description: 'Changes what the body names. An address is added to those there are.',
  })
  @ApiOkResponse({ type: CustomerDto })
  @ApiNotFoundResponse({ description: 'No such customer in this workspace.' })
  @ApiConflictResponse({ description: 'An address belongs to another customer, whom the problem names.' })
  update(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: CustomerInputDto,
  ): Promise<CustomerBody> {
    return this.customers.update(ctx, id, input);
  }
}
