import { testKernel } from '@satchel/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { assertSchemaAgrees } from './schema-agreement';
import { withDatabase, withOptions, withoutPassword } from './url';

@Entity('customer_address')
class Agreeing {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'customer_id' }) customerId!: string;
  @Column('text') kind!: string;
  @Column('text') value!: string;
  @Column('timestamptz', { name: 'verified_at', nullable: true }) verifiedAt!: Date | null;
  @Column('text', { name: 'verified_how', nullable: true }) verifiedHow!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('tag')
class Wrong {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id', nullable: true }) workspaceId!: string | null;
  @Column('integer') name!: number;
  @Column('text') colour!: string;
}

describe('entities and migrations', () => {
  const check = async (entities: (new () => object)[]): Promise<void> => {
    const kernel = await testKernel({ entities, runJobs: false });
    try {
      await assertSchemaAgrees(kernel.moduleRef.get(DataSource));
    } finally {
      await kernel.close();
    }
  };

  it('agree when every column is there, alike', async () => {
    await expect(check([Agreeing])).resolves.toBeUndefined();
  });

  it('are told apart line by line', async () => {
    await expect(check([Wrong])).rejects.toThrow(
      [
        'Entities and migrations disagree:',
        '- Wrong.workspaceId: the entity may be null, the column workspace_id is never null.',
        '- Wrong.name: the entity says integer, the column name is text.',
        '- Wrong.colour: there is no column colour.',
        '- Wrong: the column created_at has no property.',
      ].join('\n'),
    );
  });
});

describe('addresses of databases', () => {
  const socket = 'postgres://postgres@/satchel?host=%2Ftmp%2Fs&port=5432';

  it('may lack a host, and keep the rest', () => {
    expect(withDatabase(socket, 'other')).toBe('postgres://postgres@/other?host=%2Ftmp%2Fs&port=5432');
    expect(withDatabase('postgres:///satchel?host=/tmp/s', 'o')).toBe('postgres:///o?host=/tmp/s');
    expect(withDatabase('postgres://u:p@db:5/satchel', 'o')).toBe('postgres://u:p@db:5/o');
  });

  it('take more options beside those they have', () => {
    const once = withOptions(socket, '-c a=1');
    expect(new URL(withOptions(once, '-c b=2').replace('@/', '@x/')).searchParams.get('options')).toBe('-c a=1 -c b=2');
  });

  it('are shown without the password', () => {
    expect(withoutPassword('postgres://u:hush@db/satchel')).toBe('postgres://u:***@db/satchel');
  });
});
