import type { DataSource } from 'typeorm';

type ColumnMetadata = DataSource['entityMetadatas'][number]['columns'][number];

interface ActualColumn {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

/** Fails with one sentence per difference between the entities and the tables that the migrations made. */
export async function assertSchemaAgrees(dataSource: DataSource): Promise<void> {
  const differences = await schemaDifferences(dataSource);
  if (differences.length > 0) {
    throw new Error(`Entities and migrations disagree:\n${differences.map((line) => `- ${line}`).join('\n')}`);
  }
}

async function schemaDifferences(dataSource: DataSource): Promise<string[]> {
  const actual: ActualColumn[] = await dataSource.query(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, -1) as type, not a.attnotnull as nullable
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  const tables = new Map<string, Map<string, ActualColumn>>();
  for (const column of actual) {
    const columns = tables.get(column.table) ?? new Map<string, ActualColumn>();
    tables.set(column.table, columns.set(column.column, column));
  }
  return dataSource.entityMetadatas.flatMap((entity) => {
    const columns = tables.get(entity.tableName);
    if (!columns) return [`${entity.name}: there is no table ${entity.tableName}.`];
    const mapped = entity.columns.flatMap((column) => difference(dataSource, entity.name, column, columns));
    return [...mapped, ...unmapped(entity.name, entity.columns, columns)];
  });
}

function difference(
  dataSource: DataSource,
  entity: string,
  column: ColumnMetadata,
  columns: Map<string, ActualColumn>,
): string[] {
  const where = `${entity}.${column.propertyName}`;
  const actual = columns.get(column.databaseName);
  if (!actual) return [`${where}: there is no column ${column.databaseName}.`];
  const type = dataSource.driver.normalizeType(column) + (column.isArray ? '[]' : '');
  const found: string[] = [];
  if (type !== actual.type) {
    found.push(`${where}: the entity says ${type}, the column ${actual.column} is ${actual.type}.`);
  }
  if (column.isNullable !== actual.nullable) {
    const words = (nullable: boolean): string => (nullable ? 'may be null' : 'is never null');
    found.push(
      `${where}: the entity ${words(column.isNullable)}, the column ${actual.column} ${words(actual.nullable)}.`,
    );
  }
  return found;
}

/** A column that the entity does not know is written as null by TypeORM's insert, or not at all. */
function unmapped(entity: string, mapped: ColumnMetadata[], columns: Map<string, ActualColumn>): string[] {
  const known = new Set(mapped.map(({ databaseName }) => databaseName));
  return [...columns.keys()]
    .filter((column) => !known.has(column))
    .map((column) => `${entity}: the column ${column} has no property.`);
}
