// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

/**
 * Somebody else writes to the archive, in this process or another one, and did not end while it was
 * waited for. Nothing was changed. The same call may go well later.
 *
 * @since 0.1
 */
public final class ArchiveBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveBusyException(String message) {
    super(message);
  }
}
