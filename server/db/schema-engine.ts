import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { MigrationDirectory, MigrationList } from '@prisma/schema-engine-wasm';
import type * as EngineGlue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { DatabaseError, Pool, type QueryResult } from 'pg';
import { CONNECT_WITHIN_MS } from './connecting';

/** What the engine is to leave alone. Nothing is. */
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** `path` is the migration's folder, `script` its SQL. */
export interface MigrationScript {
  path: string;
  script: string;
}

export interface SchemaEngineSession {
  /** applies what the database has not yet, in order; answers their names */
  apply(migrations: readonly MigrationScript[]): Promise<string[]>;
  /** the SQL that would lead from the database as it is to the data model (the text of schema.prisma); null where they agree */
  diff(dataModel: string): Promise<string | null>;
  close(): Promise<void>;
}

let glue: Promise<typeof EngineGlue> | undefined;

/** The package's own entry imports the .wasm file as a module, which Node does only behind a flag. */
async function instantiate(): Promise<typeof EngineGlue> {
  const loaded = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const beside = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(beside.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': loaded as unknown as WebAssembly.ModuleImports });
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== 'function') throw new Error('@prisma/schema-engine-wasm has no __wbindgen_start: not the build this was written for');
  (loaded as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(instance.exports);
  start();
  return loaded;
}

function toList(migrations: readonly MigrationScript[]): MigrationList {
  const migrationDirectories: MigrationDirectory[] = migrations.map(({ path, script }) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
  }));
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir: '', lockfile, shadowDbInitScript: '', migrationDirectories };
}

const INTERNAL_CHAR = 18;
const TEXT = 25;

/** Postgres' internal "char" type, met when a structure is read, is unknown to adapter-pg: passed off as text, and remembered. */
class StructurePool extends Pool {
  /** the columns of the last result that were of that type; one connection, one query at a time */
  charColumns: number[] = [];

  constructor(connectionString: string) {
    super({ connectionString, max: 1, connectionTimeoutMillis: CONNECT_WITHIN_MS });
    const ask = this.query.bind(this) as (...args: unknown[]) => Promise<QueryResult>;
    const translated = async (...args: unknown[]) => {
      const result = await ask(...args);
      const fields = result.fields ?? [];
      this.charColumns = fields.flatMap((field, index) => (field.dataTypeID === INTERNAL_CHAR ? [index] : []));
      for (const index of this.charColumns) Object.assign(fields[index] ?? {}, { dataTypeID: TEXT });
      return result;
    };
    this.query = translated as typeof this.query;
  }
}

/** Part of the migration's own transaction, so that no migration can be done and look undone, whenever the process dies. */
const MARK_DONE = `;
update _prisma_migrations set finished_at = clock_timestamp() where finished_at is null and rolled_back_at is null`;

function toDriverError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '', severity = '', message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

/** adapter-pg as the schema engine needs it. */
class EngineAdapter extends PrismaPg {
  constructor(private readonly pool: StructurePool) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of this.pool.charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    // adapter-pg cuts a script at every semicolon, in function bodies and comments too. Whole, it is one transaction.
    adapter.executeScript = async (script) => {
      await this.pool.query(script + MARK_DONE).catch((error: unknown) => { throw toDriverError(error); });
    };
    return adapter;
  }
}

/**
 * Prisma's own schema engine, compiled to WebAssembly: nothing is downloaded, and the ordinary `_prisma_migrations` table is kept.
 * Throws the engine's error, which names the migration and the statement that failed.
 */
export async function openSchemaEngine(connectionString: string): Promise<SchemaEngineSession> {
  glue ??= instantiate();
  const { SchemaEngine } = await glue;
  const pool = new StructurePool(connectionString);
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
  const ignoreLog = () => undefined;
  const engine = await SchemaEngine.new({ datamodels: undefined }, ignoreLog, adapter);
  return {
    async apply(migrations) {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: toList(migrations), filters: NO_FILTERS });
      return appliedMigrationNames;
    },
    async diff(dataModel) {
      const files = [{ path: 'schema.prisma', content: dataModel }];
      const { exitCode, stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', files, configDir: '.' },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: true,
        filters: NO_FILTERS,
      });
      return exitCode === 0 ? null : (stdout ?? 'the engine reports a difference without naming it');
    },
    async close() {
      engine.free();
      await pool.end();
    },
  };
}
