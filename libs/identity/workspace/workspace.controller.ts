import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { UpdateWorkspaceDto, WorkspaceDto } from './workspace.dto';
import type { Workspace } from './workspace.service';
import { WorkspaceService } from './workspace.service';

@ApiTags('Workspace')
@Controller('api/v1/workspace')
export class WorkspaceController {
  constructor(private readonly workspaces: WorkspaceService) {}

  @Get()
  @ApiOperation({
    summary: 'Read the workspace',
    description: 'The workspace that your session or API key belongs to.',
  })
  @ApiOkResponse({ type: WorkspaceDto })
  async read(@ReqCtx() ctx: Ctx): Promise<WorkspaceDto> {
    return body(await this.workspaces.get(ctx));
  }

  @Patch()
  @RequireRole('admin')
  @ApiOperation({ summary: 'Rename the workspace', description: 'Needs the role admin.' })
  @ApiOkResponse({ type: WorkspaceDto })
  async rename(@ReqCtx() ctx: Ctx, @Body() input: UpdateWorkspaceDto): Promise<WorkspaceDto> {
    return body(await this.workspaces.rename(ctx, input.name));
  }
}

const body = ({ id, slug, name }: Workspace): WorkspaceDto => ({ id, slug, name });
