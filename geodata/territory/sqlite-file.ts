import Database from "better-sqlite3";

/** One SQLite database file. The only place that knows the package behind it for territories. */
export type SqliteFile = Database.Database;

export function openSqliteReadOnly(path: string): SqliteFile {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  // Tiles and addresses are read over and over: let the system's page cache serve them.
  file.pragma("mmap_size = 268435456");
  return file;
}

/** A new database that nobody else can see yet: no journal on disk, because a failed build is thrown away whole. */
export function createSqliteFile(path: string): SqliteFile {
  const file = new Database(path);
  file.pragma("journal_mode = MEMORY");
  file.pragma("synchronous = OFF");
  file.pragma("locking_mode = EXCLUSIVE");
  return file;
}

/** The number in the header that a file's maker raises with its format (`PRAGMA user_version`). */
export function userVersion(file: SqliteFile): number {
  return file.prepare<[], { readonly user_version: number }>("PRAGMA user_version").get()?.user_version ?? 0;
}

/** Whether SQLite itself says so, e.g. SQLITE_CORRUPT or SQLITE_NOTADB. */
export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Database.SqliteError;
}
