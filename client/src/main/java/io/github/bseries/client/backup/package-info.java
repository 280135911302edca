// SPDX-License-Identifier: Apache-2.0
/**
 * Backups that are kept: a folder that stays readable without us, and what can be asked of it.
 *
 * <p>{@link io.github.bseries.client.backup.BackupArchive} brings backups into it, digests them
 * again, protects and deletes them. What is kept and what is dropped is decided by {@link
 * io.github.bseries.core.backup.RetentionPolicy}. Nothing here restores a backup: no API does.
 */
@NullMarked
package io.github.bseries.client.backup;

import org.jspecify.annotations.NullMarked;
