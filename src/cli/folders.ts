import type { Command } from 'commander'

/** Folders and files of the operator's that a sandbox is to use. */
export type FoldersAsked = { deposits?: string; sftpKey?: string; sgeSchemas?: string | undefined }

/** Adds the options for what the operator lends: official schemas, and places for files that are delivered. */
export function addFolders(command: Command): Command {
  return addSchemas(command)
    .option('--deposits <dir>', 'folder for files that providers deliver, each into its own below it')
    .option('--sftp-key <file>', 'private key for SFTP servers of yours whose address has no password')
}

export function addSchemas(command: Command): Command {
  return command.option(
    '--sge-schemas <dir>',
    'Enedis’s own schemas of SGE: requests and replies are held against them',
  )
}

/** Folders that rooms read, by the names they look for. */
export function roomFolders({ sgeSchemas }: Pick<FoldersAsked, 'sgeSchemas'>): Record<string, string> {
  return sgeSchemas === undefined ? {} : { sgeSchemas }
}
