// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.internal.backup.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/** Digests files again. */
final class Digests {

  /** The disk is the limit with this size, and a bigger one gains nothing. */
  private static final int BUFFER_BYTES = 256 * 1024;

  private Digests() {}

  /**
   * Returns how the file of a backup compares with its manifest.
   *
   * @throws ClosedByInterruptException if the thread is interrupted, which says nothing of the file
   */
  static VerificationResult compare(Path file, BackupManifest manifest)
      throws ClosedByInterruptException {
    // What stands behind a link may be changed by anybody, and is no file of the archive.
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      if (channel.size() != manifest.sizeBytes()) {
        return VerificationResult.WRONG_SIZE;
      }
      return sha256(channel).equals(manifest.sha256())
          ? VerificationResult.INTACT
          : VerificationResult.CHANGED;
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (NoSuchFileException e) {
      return VerificationResult.MISSING;
    } catch (IOException e) {
      return VerificationResult.UNREADABLE;
    }
  }

  private static String sha256(FileChannel channel) throws IOException {
    MessageDigest digest = Sha256.begin();
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    while (channel.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
